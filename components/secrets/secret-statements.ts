import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

/**
 * Reading a tenant's own secrets, and decrypting nothing else with the key that they are under.
 *
 * @param prefix beginning of their names up to the last slash; may hold IAM policy variables.
 */
export function ownSecretsStatements(
  { partition, region, accountId }: CellReference,
  prefix: string,
): readonly PolicyStatement[] {
  const secrets = `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${prefix}*`;
  return [
    {
      Sid: "OwnSecrets",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: secrets,
    },
    {
      Sid: "OwnSecretsKey",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: `arn:${partition}:kms:${region}:${accountId}:key/*`,
      Condition: {
        StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
        StringLike: { "kms:EncryptionContext:SecretARN": secrets },
      },
    },
  ];
}

/** What a permissions boundary lets through of it: secrets of tenants of this fleet, in the cell's Regions. */
export const anySecretsStatement = (
  { partition, accountId, region, recoveryRegion }: CellReference,
  namePrefix: string,
): PolicyStatement => ({
  Sid: "FleetSecrets",
  Effect: "Allow",
  Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
  Resource: `arn:${partition}:secretsmanager:*:${accountId}:secret:${namePrefix}/tenant-*`,
  Condition: { StringEquals: { "aws:RequestedRegion": [...new Set([region, recoveryRegion])] } },
});
