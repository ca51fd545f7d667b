import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";

const token = "aws:bedrock/inferenceProfile:InferenceProfile";

/** Inference profiles per account and Region. Source: Service Quotas, "Inference profiles per account". */
const mostProfiles = 1000;

/** What `copyFrom` names must be of this account's Region: a foundation model, or one of Bedrock's own profiles. */
function isOfRegion(source: string, region: string): boolean {
  const place = source.split(":")[3];
  return place === region || place === "";
}

export const inferenceProfile = defineType({
  token,
  naming: { input: "name", maximumLength: 64 },
  // The provider changes nothing but tags in place; the registry says so of the description and the source alone.
  replaces: ["name"],
  check: (inputs) => {
    const name = text(inputs, "name");
    return when([
      name !== undefined && !/^([0-9a-zA-Z][ _-]?){1,64}$/.test(name),
      "name",
      `api error ValidationException: 1 validation error detected: Value '${name ?? ""}' at 'inferenceProfileName' failed to satisfy constraint: Member must satisfy regular expression pattern: ([0-9a-zA-Z][ _-]?)+`,
    ]);
  },
  create: (inputs, account) => {
    const source = text(map(inputs, "modelSource"), "copyFrom") ?? "";
    if (!isOfRegion(source, account.region)) {
      throw new AwsError("ValidationException", `The provided model source ${source} is not in ${account.region}`);
    }
    const existing = rowsOf(account, token);
    if (existing.some((row) => row.computed["name"] === text(inputs, "name"))) {
      throw new AwsError("ConflictException", `Inference profile with name ${text(inputs, "name")} already exists`);
    }
    if (existing.length >= mostProfiles) {
      throw new AwsError("ServiceQuotaExceededException", `At most ${mostProfiles} inference profiles are allowed`);
    }
    const id = hex(12);
    const now = account.world.now().toISOString();
    const profileArn = arn(account, "bedrock", `application-inference-profile/${id}`);
    return {
      id: profileArn,
      arn: profileArn,
      computed: {
        name: text(inputs, "name") ?? "",
        models: source.includes(":foundation-model/") ? [{ modelArn: source }] : [],
        status: "ACTIVE",
        type: "APPLICATION",
        createdAt: now,
        updatedAt: now,
      },
    };
  },
});
