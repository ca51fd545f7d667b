import type * as pulumi from "@pulumi/pulumi";
import type { ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import type { Retention } from "../retention.ts";
import { expireObjects } from "../storage/expiring-objects.ts";
import { PrivateBucket } from "../storage/private-bucket.ts";

/**
 * Where every account of the fleet keeps what its resources looked like. Not the evidence's bucket: Config delivers to
 * none whose objects are locked by default
 * (https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html).
 */
export function recordsBucket(
  name: string,
  plan: ControlPlanePlan,
  { retention, kmsKeyArn }: { readonly retention: Retention; readonly kmsKeyArn: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): PrivateBucket {
  const bucket = new PrivateBucket(
    name,
    {
      bucketName: plan.recordsBucketName,
      partition: plan.place.partition,
      retention,
      kmsKeyArn,
      versioning: true,
      statements: plan.guarded.flatMap((account) => deliveryStatements(plan, account)),
    },
    opts,
  );
  const expiring = { id: "old-records", expirationDays: plan.evidence.retentionDays, noncurrentDays: 90 };
  expireObjects(name, bucket, expiring, opts);
  return bucket;
}

/** The recorder's role of an account writes below that account's own prefix. */
function deliveryStatements(
  plan: ControlPlanePlan,
  { place, recorderRoleName }: ControlPlanePlan["guarded"][number],
): readonly PolicyStatement[] {
  const { partition, accountId } = place;
  const bucketArn = `arn:${partition}:s3:::${plan.recordsBucketName}`;
  // A condition, and no principal: the bucket's policy can then come before the role.
  const byRecorder = {
    ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${accountId}:role/${recorderRoleName}` },
  };
  const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
  return [
    {
      Sid: `Look${accountId}`,
      Effect: "Allow",
      Principal,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucketArn,
      Condition: byRecorder,
    },
    {
      Sid: `Write${accountId}`,
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: `${bucketArn}/AWSLogs/${accountId}/Config/*`,
      Condition: byRecorder,
    },
  ];
}
