import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRole, requireRow } from "../../references.ts";
import { findRow } from "../../rows.ts";
import { maps, number, text, texts } from "../../values.ts";
import { requireSubnets } from "../ec2/subnet.ts";

export const proxyToken = "aws:rds/proxy:Proxy";

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html */
function checkProxy(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const auths = maps(inputs, "auths");
  const byIam = text(inputs, "defaultAuthScheme") === "IAM_AUTH";
  return when(
    [
      name !== undefined && !/^[a-zA-Z](?:-?[a-zA-Z0-9]+){0,62}$/.test(name),
      "name",
      `api error InvalidParameterValue: a proxy's name begins with a letter and has letters, digits and single hyphens, got ${name ?? ""}`,
    ],
    [
      outside(number(inputs, "idleClientTimeout"), 1, 28_800),
      "idleClientTimeout",
      "api error InvalidParameterValue: IdleClientTimeout is from 1 to 28800 seconds",
    ],
    [
      byIam && inputs["requireTls"] === false,
      "requireTls",
      "api error InvalidParameterCombination: IAM authentication needs TLS",
    ],
    [
      auths.some((auth) => text(auth, "authScheme") === "SECRETS" && auth["secretArn"] === undefined),
      "auths",
      "api error InvalidParameterValue: the scheme SECRETS needs a secret",
    ],
  );
}

/** @throws where nobody could log in, or the role, a secret, a subnet or a security group does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  if (text(inputs, "defaultAuthScheme") !== "IAM_AUTH" && maps(inputs, "auths").length === 0)
    throw new AwsError(
      "InvalidParameterCombination",
      "A proxy has auths, or the default authentication scheme IAM_AUTH.",
    );
  requireRole(account, text(inputs, "roleArn"), "InvalidParameterValue");
  requireSubnets(account, texts(inputs, "vpcSubnetIds"), "InvalidSubnet");
  for (const id of texts(inputs, "vpcSecurityGroupIds"))
    requireRow(account, "aws:ec2/securityGroup:SecurityGroup", id, "InvalidParameterValue");
  for (const secret of maps(inputs, "auths").flatMap((auth) => text(auth, "secretArn") ?? []))
    if (!findRow(account, "aws:secretsmanager/secret:Secret", secret))
      throw new AwsError("InvalidParameterValue", `The secret ${secret} does not exist.`);
}

/** Stands before a database. No proxy runs here: its address answers nobody. */
export const proxy = defineType({
  token: proxyToken,
  replaces: ["name"],
  naming: { input: "name", maximumLength: 63 },
  duplicateCode: "DBProxyAlreadyExistsFault",
  check: checkProxy,
  create: (inputs, account) => {
    requireReferences(inputs, account);
    const name = text(inputs, "name") ?? "";
    const { region } = account;
    return {
      id: name,
      arn: arn(account, "rds", `db-proxy:prx-${hex(17)}`),
      computed: { endpoint: `${name}.proxy-${hex(12)}.${region}.rds.amazonaws.com` },
    };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
