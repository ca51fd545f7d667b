import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

/** Alarms of the account may tell of themselves on topics that the key encrypts. */
export function alarmsStatement({ accountId }: CellReference): PolicyStatement {
  return {
    Sid: "Alarms",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}

/** Budgets and cost anomalies of the account may tell of themselves on topics that the key encrypts. */
export function costAlertsStatement({ accountId }: CellReference): PolicyStatement {
  return {
    Sid: "CostAlerts",
    Effect: "Allow",
    Principal: { Service: ["budgets.amazonaws.com", "costalerts.amazonaws.com"] },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}
