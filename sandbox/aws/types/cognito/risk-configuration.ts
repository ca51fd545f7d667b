import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { findRow } from "../../rows.ts";
import { flag, map, text } from "../../values.ts";
import { requirePool } from "./user-pool.ts";

const parts = [
  "accountTakeoverRiskConfiguration",
  "compromisedCredentialsRiskConfiguration",
  "riskExceptionConfiguration",
];
const levels = ["lowAction", "mediumAction", "highAction"];

function requireThreatProtection(inputs: PropertyMap, account: Account): string {
  const pool = requirePool(account, inputs);
  const mode = text(map(pool.inputs, "userPoolAddOns"), "advancedSecurityMode") ?? "OFF";
  if (mode === "OFF") {
    throw new AwsError(
      "UserPoolAddOnNotEnabledException",
      `Advanced security is not enabled for the user pool ${pool.id}.`,
    );
  }
  const clientId = text(inputs, "clientId");
  if (clientId !== undefined && !findRow(account, "aws:cognito/userPoolClient:UserPoolClient", clientId)) {
    throw new AwsError("ResourceNotFoundException", `User pool client ${clientId} does not exist.`);
  }
  return clientId === undefined ? pool.id : `${pool.id}:${clientId}`;
}

export const riskConfiguration = defineType({
  token: "aws:cognito/riskConfiguration:RiskConfiguration",
  replaces: ["userPoolId", "clientId"],
  check: (inputs) => {
    const takeover = map(inputs, "accountTakeoverRiskConfiguration");
    const notifies = levels.some((level) => flag(map(map(takeover, "actions"), level), "notify"));
    return when(
      [parts.every((part) => inputs[part] === undefined), "", `one of ${parts.join(", ")} must be given`],
      [
        notifies && takeover["notifyConfiguration"] === undefined,
        "accountTakeoverRiskConfiguration.notifyConfiguration",
        "api error InvalidParameterException: NotifyConfiguration is required when an action notifies",
      ],
    );
  },
  create: (inputs, account) => ({ id: requireThreatProtection(inputs, account) }),
  update: (_row, news, account) => {
    requireThreatProtection(news, account);
    return {};
  },
});
