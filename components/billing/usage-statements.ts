import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownNamespace } from "../identity/own-namespace.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

/**
 * A workload puts events on its cell's bus under its own namespace as their source, and under no other: what is
 * charged to a tenant was reported by its own role.
 *
 * Source: EventBridge user guide, "Using IAM policy conditions": `events:source`.
 */
export const ownUsageStatement = ({ partition, region, accountId, id }: CellReference): PolicyStatement => ({
  Sid: "OwnUsage",
  Effect: "Allow",
  Action: "events:PutEvents",
  Resource: `arn:${partition}:events:${region}:${accountId}:event-bus/*-cell-${id}-usage`,
  Condition: { StringEquals: { "events:source": ownNamespace } },
});

/** The most of that which a role of a tenant may ever come to have. */
export const anyUsageStatement = ({ partition, region, accountId, id }: CellReference): PolicyStatement => ({
  Sid: "UsageEvents",
  Effect: "Allow",
  Action: "events:PutEvents",
  Resource: `arn:${partition}:events:${region}:${accountId}:event-bus/*-cell-${id}-usage`,
  Condition: { StringLike: { "events:source": "tenant-*" } },
});
