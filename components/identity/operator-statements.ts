import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownNamespace } from "./own-namespace.ts";
import type { PolicyStatement } from "./policy-document.ts";

/** Only what carries the tag of the session's own tenant. */
const tagged = { StringEquals: { "aws:ResourceTag/kubernetes-namespace": ownNamespace } };

/**
 * Looking at one tenant: its log groups, what state its things are in, who its users are. No object, no row and no
 * secret's value: content is read by the tenant's own workload alone (`components/keys/key-statements.ts`).
 */
export function supportStatements(
  { partition, region, accountId }: CellReference,
  namePrefix: string,
): readonly PolicyStatement[] {
  const inAccount = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  return [
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      Resource: inAccount("logs", `log-group:/${namePrefix}/${ownNamespace}/*`),
    },
    {
      Sid: "State",
      Effect: "Allow",
      Action: ["rds:DescribeDBClusters", "rds:DescribeDBInstances", "secretsmanager:DescribeSecret", "kms:DescribeKey"],
      Resource: [
        inAccount("rds", "*"),
        inAccount("secretsmanager", `secret:${namePrefix}/*`),
        inAccount("kms", "key/*"),
      ],
      Condition: tagged,
    },
    {
      Sid: "Users",
      Effect: "Allow",
      Action: ["cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser", "cognito-idp:ListUsers"],
      Resource: inAccount("cognito-idp", "userpool/*"),
      Condition: tagged,
    },
  ];
}

/**
 * Saving one tenant in an emergency, beside looking: shutting out users, putting a leaked secret's successor, starting
 * a restore, restarting a database, and shutting its key off, which stops everything that reads its data.
 */
export function breakGlassStatements(cell: CellReference, namePrefix: string): readonly PolicyStatement[] {
  const { partition, region, accountId } = cell;
  const inAccount = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  return [
    ...supportStatements(cell, namePrefix),
    {
      Sid: "ShutOut",
      Effect: "Allow",
      Action: [
        "cognito-idp:AdminDisableUser",
        "cognito-idp:AdminEnableUser",
        "cognito-idp:AdminResetUserPassword",
        "cognito-idp:AdminUserGlobalSignOut",
        "kms:DisableKey",
        "kms:EnableKey",
        "rds:RebootDBInstance",
      ],
      Resource: [inAccount("cognito-idp", "userpool/*"), inAccount("kms", "key/*"), inAccount("rds", "db:*")],
      Condition: tagged,
    },
    {
      Sid: "NewSecret",
      Effect: "Allow",
      Action: "secretsmanager:PutSecretValue",
      Resource: inAccount("secretsmanager", `secret:${namePrefix}/${ownNamespace}/*`),
    },
    {
      Sid: "NewSecretKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: inAccount("kms", "key/*"),
      Condition: {
        StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` },
        StringLike: {
          "kms:EncryptionContext:SecretARN": inAccount("secretsmanager", `secret:${namePrefix}/${ownNamespace}/*`),
        },
      },
    },
    {
      Sid: "Restore",
      Effect: "Allow",
      Action: "backup:StartRestoreJob",
      Resource: `arn:${partition}:backup:${region}:${accountId}:recovery-point:*`,
      Condition: tagged,
    },
  ];
}

/** Ends what a session may do with the window, although the session itself may last an hour longer. */
export const endStatement = (until: string): PolicyStatement => ({
  Sid: "Over",
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: { DateGreaterThanEquals: { "aws:CurrentTime": until } },
});
