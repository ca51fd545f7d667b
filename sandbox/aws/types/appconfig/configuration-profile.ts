import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { maps, text } from "../../values.ts";
import { appConfigId } from "./appconfig-id.ts";
import { applicationOf, refuseTakenName } from "./application-of.ts";

const token = "aws:appconfig/configurationProfile:ConfigurationProfile";

/** https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-and-profile-validators.html */
const mostValidators = 2;

function isJson(content: string | undefined): boolean {
  try {
    if (content !== undefined) JSON.parse(content);
    return true;
  } catch {
    // Said by the caller as AppConfig says it.
    return false;
  }
}

function usableKey(inputs: PropertyMap, account: Account): void {
  requireKey(account, text(inputs, "kmsKeyIdentifier"), "BadRequestException");
}

export const configurationProfile = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  defaults: { type: "AWS.Freeform" },
  check: (inputs) => {
    const validators = maps(inputs, "validators");
    const schemas = validators.filter((validator) => validator["type"] === "JSON_SCHEMA");
    return when(
      [
        validators.length > mostValidators,
        "validators",
        `Too many list items: at most ${mostValidators} validators, got ${validators.length}`,
      ],
      [
        schemas.some((validator) => !isJson(text(validator, "content"))),
        "validators",
        "api error BadRequestException: the content of a JSON_SCHEMA validator is not valid JSON",
      ],
      [
        text(inputs, "type") === "AWS.AppConfig.FeatureFlags" && schemas.length > 0,
        "validators",
        "api error BadRequestException: JSON_SCHEMA validators are for freeform profiles only",
      ],
    );
  },
  create: (inputs, account) => {
    const applicationId = applicationOf(inputs, account);
    refuseTakenName(inputs, rowsOf(account, token), "ConfigurationProfile");
    usableKey(inputs, account);
    const configurationProfileId = appConfigId();
    return {
      id: `${configurationProfileId}:${applicationId}`,
      arn: arn(account, "appconfig", `application/${applicationId}/configurationprofile/${configurationProfileId}`),
      computed: { configurationProfileId },
    };
  },
  update: (_row, news, account) => {
    usableKey(news, account);
    return {};
  },
  // https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_DeleteConfigurationProfile.html
  delete: (row, account) => {
    const versions = rowsOf(account, "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion").filter(
      (version) => version.inputs["configurationProfileId"] === row.computed["configurationProfileId"],
    );
    if (versions.length > 0) {
      throw new AwsError(
        "ConflictException",
        `Cannot delete configuration profile ${row.id}: it has ${versions.length} hosted configuration versions`,
      );
    }
    return undefined;
  },
});
