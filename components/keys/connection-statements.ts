import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import { eventsStatement } from "./key-statements.ts";

/**
 * What connected products need of the key: EventBridge puts events into encrypted topics and queues, and the named roles
 * read and write objects through S3. No cycle: their ARNs are a condition.
 */
export function connectionStatements(cell: CellReference, roleNames: readonly string[]): readonly PolicyStatement[] {
  const { partition, accountId, region } = cell;
  const objects: PolicyStatement = {
    Sid: "ConnectedProducts",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
      ArnEquals: { "aws:PrincipalArn": roleNames.map((name) => `arn:${partition}:iam::${accountId}:role/${name}`) },
    },
  };
  return [eventsStatement(cell), ...(roleNames.length === 0 ? [] : [objects])];
}
