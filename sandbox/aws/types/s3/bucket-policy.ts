import { AwsError } from "../../aws-error.ts";
import { checkPolicy, missingPrincipals } from "../../policy-document.ts";
import { text } from "../../values.ts";
import { bucketSetting } from "./bucket-setting.ts";

export const bucketPolicy = bucketSetting({
  token: "aws:s3/bucketPolicy:BucketPolicy",
  check: (inputs) =>
    checkPolicy(text(inputs, "policy"), {
      property: "policy",
      maximumLength: 20_480,
      kind: "resource",
      code: "MalformedPolicy",
    }),
  before: (inputs, bucket, account) => {
    const policy = text(inputs, "policy") ?? "";
    const missing = missingPrincipals(policy, account);
    if (missing.length > 0) throw new AwsError("MalformedPolicy", `Invalid principal in policy: ${missing.join(", ")}`);
    const others = resources(policy).filter(
      (arn) =>
        arn !== "*" && arn !== bucket.arn && !arn.startsWith(`${bucket.arn}/`) && !arn.startsWith(`${bucket.arn}*`),
    );
    if (others.length > 0)
      throw new AwsError(
        "MalformedPolicy",
        `Policy has invalid resource: ${others.join(", ")}. The bucket's own are ${bucket.arn} and ${bucket.arn}/*`,
      );
  },
});

function resources(policy: string): readonly string[] {
  const { Statement: statements = [] } = JSON.parse(policy) as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    const { Resource: resource = [] } = statement as { Resource?: string | string[] };
    return [resource].flat();
  });
}
