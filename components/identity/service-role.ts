import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { serviceTrust } from "./service-trust.ts";

export interface ServiceRoleArgs {
  readonly cell: CellReference;
  readonly roleName: string;
  /** Principal, e.g. `eks.amazonaws.com`. */
  readonly service: string;
  /** Names of AWS' own policies that the service needs. */
  readonly policies: readonly string[];
}

/** Role that an AWS service takes on with AWS' own policies for it. */
export function serviceRole(name: string, args: ServiceRoleArgs, opts: pulumi.CustomResourceOptions): Role {
  const { cell, roleName, service, policies } = args;
  const role = new Role(name, { name: roleName, assumeRolePolicy: serviceTrust(service) }, opts);
  for (const policy of policies) {
    new RolePolicyAttachment(
      `${name}-${policy}`,
      { role: role.name, policyArn: `arn:${cell.partition}:iam::aws:policy/${policy}` },
      opts,
    );
  }
  return role;
}
