import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireKey, requireRow } from "../../references.ts";
import { findRow, type Row, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { partOf } from "./application-of.ts";
import { validateConfiguration } from "./validate-configuration.ts";

const token = "aws:appconfig/deployment:Deployment";
const versionType = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";

/** The hosted version that is to be deployed; undefined for a profile whose content lies elsewhere. */
function versionOf(inputs: PropertyMap, profile: Row, account: Account): Row | undefined {
  if (text(profile.inputs, "locationUri") !== "hosted") return undefined;
  const [profileId, applicationId] = profile.id.split(":");
  const id = `${applicationId}/${profileId}/${text(inputs, "configurationVersion") ?? ""}`;
  const reason = `Could not find configuration version ${id}`;
  return requireRow(account, versionType, id, "ResourceNotFoundException", reason);
}

function requireStrategy(inputs: PropertyMap, account: Account): void {
  const id = text(inputs, "deploymentStrategyId") ?? "";
  if (id.startsWith("AppConfig.") || findRow(account, "aws:appconfig/deploymentStrategy:DeploymentStrategy", id))
    return;
  throw new AwsError("ResourceNotFoundException", `Could not find deployment strategy with id: ${id}`);
}

/** Sandbox-defined: a deployment is complete at once, whatever its strategy says. */
export const deployment = defineType({
  token,
  inPlace: ["tags"],
  create: (inputs, account) => {
    const environment = partOf(inputs, account, "environment");
    const profile = partOf(inputs, account, "configurationProfile");
    requireStrategy(inputs, account);
    const version = versionOf(inputs, profile, account);
    if (version !== undefined) validateConfiguration(profile, text(version.inputs, "content") ?? "");
    const kmsKeyArn = requireKey(account, text(inputs, "kmsKeyIdentifier"), "BadRequestException");
    const [environmentId, applicationId] = environment.id.split(":");
    const earlier = rowsOf(account, token)
      .filter((row) => row.inputs["environmentId"] === environmentId)
      .map((row) => Number(row.computed["deploymentNumber"]));
    const deploymentNumber = Math.max(0, ...earlier) + 1;
    return {
      id: `${applicationId}/${environmentId}/${deploymentNumber}`,
      arn: arn(
        account,
        "appconfig",
        `application/${applicationId}/environment/${environmentId}/deployment/${deploymentNumber}`,
      ),
      computed: { deploymentNumber, state: "COMPLETE", ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }) },
      state: "COMPLETE",
    };
  },
});
