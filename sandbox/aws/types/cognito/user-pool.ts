import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn, domainOf } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { base32 } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { checkUserPool } from "./user-pool-rules.ts";

const token = "aws:cognito/userPool:UserPool";
/** Per Region; can be raised to 10,000. https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const mostPools = 1000;
/** What goes with its pool. */
const partsOfPool = [
  "userPoolClient:UserPoolClient",
  "userGroup:UserGroup",
  "riskConfiguration:RiskConfiguration",
  "logDeliveryConfiguration:LogDeliveryConfiguration",
];

/** Mail goes out through an identity that the account has, whether or not its domain is verified here. */
function requireMailIdentity(inputs: PropertyMap, account: Account): void {
  const sourceArn = text(map(inputs, "emailConfiguration"), "sourceArn");
  if (sourceArn === undefined) return;
  const found = rowsOf(account, "aws:sesv2/emailIdentity:EmailIdentity").some((row) => row.arn === sourceArn);
  if (!found) throw new AwsError("InvalidParameterException", `Email identity ${sourceArn} does not exist in SES`);
}

function requireReferences(inputs: PropertyMap, account: Account): void {
  const callerArn = text(map(inputs, "smsConfiguration"), "snsCallerArn");
  requireRole(account, callerArn, "InvalidSmsRoleTrustRelationshipException");
  requireMailIdentity(inputs, account);
}

export const userPool = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  // The provider makes a new pool of a new name, and who signs in with what is decided when a pool is made.
  replaces: ["name", "aliasAttributes", "usernameAttributes", "usernameConfiguration"],
  defaults: { deletionProtection: "INACTIVE", mfaConfiguration: "OFF", userPoolTier: "ESSENTIALS" },
  updatedOutputs: ["lastModifiedDate"],
  check: checkUserPool,
  create: (inputs, account) => {
    requireReferences(inputs, account);
    if (rowsOf(account, token).length >= mostPools) {
      throw new AwsError("LimitExceededException", `At most ${mostPools} user pools are allowed`);
    }
    const id = `${account.region}_${base32(9)}`;
    const now = account.world.now().toISOString();
    return {
      id,
      arn: arn(account, "cognito-idp", `userpool/${id}`),
      computed: {
        name: text(inputs, "name") ?? "",
        creationDate: now,
        lastModifiedDate: now,
        customDomain: "",
        domain: "",
        endpoint: `cognito-idp.${account.region}.${domainOf(account)}/${id}`,
        estimatedNumberOfUsers: 0,
      },
    };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return { lastModifiedDate: account.world.now().toISOString() };
  },
  delete: (row, account) => {
    if (text(row.inputs, "deletionProtection") === "ACTIVE") {
      throw new AwsError(
        "InvalidParameterException",
        "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
      );
    }
    const inPool = (type: string) => rowsOf(account, type).filter(({ inputs }) => inputs["userPoolId"] === row.id);
    if (inPool("aws:cognito/userPoolDomain:UserPoolDomain").length > 0) {
      throw new AwsError(
        "InvalidParameterException",
        "User pool cannot be deleted. It has a domain configured that should be deleted first.",
      );
    }
    for (const part of partsOfPool.flatMap((type) => inPool(`aws:cognito/${type}`))) removeRow(account.world, part);
    return undefined;
  },
});

/** @throws where there is no such pool in the account and Region. */
export function requirePool(account: Account, inputs: PropertyMap) {
  const id = text(inputs, "userPoolId") ?? "";
  const found = rowsOf(account, token).find((row) => row.id === id);
  if (!found) throw new AwsError("ResourceNotFoundException", `User pool ${id} does not exist.`);
  return found;
}
