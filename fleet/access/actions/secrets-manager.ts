import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const named = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${namePrefix}-*`,
  `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${namePrefix}/*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
export const secretsManagerAccess: AccessTable = {
  "aws:secretsmanager/secret:Secret": {
    actions: actionsOf(
      "secretsmanager",
      "CreateSecret DescribeSecret UpdateSecret DeleteSecret GetResourcePolicy PutResourcePolicy DeleteResourcePolicy TagResource UntagResource",
    ),
    resources: named,
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    actions: actionsOf("secretsmanager", "PutSecretValue GetSecretValue UpdateSecretVersionStage"),
    resources: named,
  },
};

/**
 * RDS makes the master users' secrets and names them `rds!…`; the deploying role reads them to make the first roles
 * inside a new server (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html).
 */
export const masterSecretAccess = {
  actions: actionsOf("secretsmanager", "GetSecretValue DescribeSecret CreateSecret TagResource"),
  resources: ({ partition, region, accountId }: AccessScope) => [
    `arn:${partition}:secretsmanager:${region}:${accountId}:secret:rds!*`,
  ],
};
