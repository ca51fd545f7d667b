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
