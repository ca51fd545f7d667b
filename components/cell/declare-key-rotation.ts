import type * as pulumi from "@pulumi/pulumi";
import { CellKeyRotation } from "../keys/cell-key-rotation.ts";
import type { CellPlace } from "./place.ts";

/** What the cell has for the schedules that rotate its tenants' keys. */
export function declareKeyRotation({ name, plan, opts }: CellPlace, topicArn: pulumi.Input<string>): void {
  new CellKeyRotation(`${name}-key-rotation`, { plan: plan.keyRotation, topicArn }, opts);
}
