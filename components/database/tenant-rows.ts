import * as pulumi from "@pulumi/pulumi";
import type { SharedDataPlan } from "../../model/plan/data-plan.ts";
import { loginRole } from "./login-role.ts";

export interface TenantRowsArgs {
  readonly plan: SharedDataPlan;
  /** Whether the tenant may log in. */
  readonly login: boolean;
}

/**
 * A tenant's way into the tables that it shares: a role of its own, by whose name row security tells rows apart.
 *
 * Costs nothing. Its rows live in the cell's tables and stay when the role goes; off-boarding deletes them.
 */
export class TenantRows extends pulumi.ComponentResource {
  readonly databaseName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;

  constructor(name: string, args: TenantRowsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantRows", name, {}, opts);
    const { plan, login } = args;
    const role = loginRole(`${name}-role`, { ...plan, login, groups: [plan.groupRoleName] }, { parent: this });
    this.databaseName = pulumi.output(plan.databaseName);
    this.roleName = role.name;
    this.registerOutputs({ databaseName: this.databaseName, roleName: this.roleName });
  }
}
