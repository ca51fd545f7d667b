import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { SupportAccessPlan } from "../../model/plan/operators-plan.ts";
import { endStatement, supportStatements } from "./operator-statements.ts";
import { operatorSessionSeconds, operatorTrust } from "./operator-trust.ts";
import { policyDocument } from "./policy-document.ts";

export interface SupportRoleArgs {
  readonly plan: SupportAccessPlan;
  readonly cell: CellReference;
  readonly namespace: string;
  readonly namePrefix: string;
}

/**
 * Role with which the operator's support looks into one tenant that has let it in: there only while the tenant's file
 * says so, and of no use outside the window. Its name holds the tenant's namespace, so the tenant's records show each
 * session and whose it was. Costs nothing.
 */
export class SupportRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: SupportRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:SupportRole", name, {}, opts);
    const { plan, cell, namespace, namePrefix } = args;
    const { roleName, operatorAccountId, from, until } = plan;
    const parent = { parent: this };

    const role = new Role(
      name,
      {
        name: roleName,
        description: "Support looks into one tenant, by its leave",
        assumeRolePolicy: operatorTrust({
          partition: cell.partition,
          operatorAccountId,
          namespace,
          window: { from, until },
        }),
        maxSessionDuration: operatorSessionSeconds,
      },
      parent,
    );
    const policy = policyDocument([...supportStatements(cell, namePrefix), endStatement(until)]);
    new RolePolicy(`${name}-policy`, { name: "support", role: role.name, policy }, parent);

    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
