import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../model/integration.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { ConnectionPlan } from "../../model/plan/connections-plan.ts";

/** What a component of one kind of connection is made from. */
export interface ConnectionArgs<Kind extends Connection["kind"]> {
  readonly plan: ConnectionPlan & { readonly connection: Extract<Connection, { readonly kind: Kind }> };
  readonly cell: CellReference;
  /** The tenant's Kubernetes namespace: source of its events, tag of its roles. */
  readonly namespace: string;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** False while the tenant is suspended: nothing is sent, nobody is let in. */
  readonly active: boolean;
}
