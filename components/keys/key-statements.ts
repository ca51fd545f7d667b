import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

const administration = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:DisableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:ListKeyRotations",
  "kms:PutKeyPolicy",
  "kms:ReplicateKey",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];
const use = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** The account's principals, as far as their own policies allow it, may administer the key, and not use it. */
export function administrationStatement({
  partition,
  accountId,
}: Pick<CellReference, "partition" | "accountId">): PolicyStatement {
  return {
    Sid: "Administration",
    Effect: "Allow",
    Principal: { AWS: accountRoot(partition, accountId) },
    Action: administration,
    Resource: "*",
  };
}

/** The account's principals may use the key through `services` alone, e.g. `rds`, never by themselves. */
export function throughServicesStatements(
  { partition, accountId, region }: CellReference,
  services: readonly string[],
): readonly PolicyStatement[] {
  const Principal = { AWS: accountRoot(partition, accountId) };
  const through = {
    "kms:CallerAccount": accountId,
    "kms:ViaService": services.map((service) => `${service}.${region}.amazonaws.com`),
  };
  return [
    {
      Sid: "UseThroughServices",
      Effect: "Allow",
      Principal,
      Action: [...use, "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: through },
    },
    {
      Sid: "GrantsForServices",
      Effect: "Allow",
      Principal,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { StringEquals: through, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** CloudWatch Logs may use the key for log groups whose name begins with `prefix`, and no others. */
export function logsStatement({ partition, accountId, region }: CellReference, prefix: string): PolicyStatement {
  return {
    Sid: "LogGroups",
    Effect: "Allow",
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: [...use, "kms:DescribeKey"],
    Resource: "*",
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${accountId}:log-group:${prefix}*`,
      },
    },
  };
}

/** EventBridge may use the key for buses of the account, and to put what it could not deliver into an encrypted queue. */
export function eventsStatement({ accountId }: CellReference): PolicyStatement {
  return {
    Sid: "EventBuses",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}

/** A role that copies a bucket to another Region may read with the key through S3. No cycle: the ARN is a condition. */
export function replicationStatement(cell: CellReference, roleName: string): PolicyStatement {
  const { partition, accountId, region } = cell;
  return {
    Sid: "Replication",
    Effect: "Allow",
    Principal: { AWS: accountRoot(partition, accountId) },
    Action: ["kms:Decrypt"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
      ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${accountId}:role/${roleName}` },
    },
  };
}

/**
 * AWS Backup's role may read what is backed up and write recovery points, through the services that hold them; it gives
 * the services grants of their own, since a snapshot or a copy takes longer than a call.
 */
export function backupStatements(cell: CellReference, roleName: string): readonly PolicyStatement[] {
  const { partition, accountId, region } = cell;
  const Principal = { AWS: accountRoot(partition, accountId) };
  const through = {
    StringEquals: { "kms:ViaService": ["backup", "rds", "s3"].map((service) => `${service}.${region}.amazonaws.com`) },
    ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${accountId}:role/${roleName}` },
  };
  return [
    {
      Sid: "Backup",
      Effect: "Allow",
      Principal,
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: through,
    },
    {
      Sid: "BackupGrants",
      Effect: "Allow",
      Principal,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { ...through, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

function accountRoot(partition: string, accountId: string): string {
  return `arn:${partition}:iam::${accountId}:root`;
}
