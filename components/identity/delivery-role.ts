import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "./policy-document.ts";
import { serviceTrust } from "./service-trust.ts";

export interface DeliveryRoleArgs {
  readonly roleName: string;
  /** Principal, e.g. `firehose.amazonaws.com`. */
  readonly service: string;
  /** Account that the service must act for; absent for services that do not say for whom they act. */
  readonly accountId?: string;
  readonly statements: readonly PolicyStatement[];
}

/** Role that an AWS service takes on to hand something on, with these rights and no others. */
export function deliveryRole(name: string, args: DeliveryRoleArgs, opts: pulumi.CustomResourceOptions): Role {
  const { roleName, service, accountId, statements } = args;
  const role = new Role(name, { name: roleName, assumeRolePolicy: serviceTrust(service, accountId) }, opts);
  new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy: policyDocument(statements) }, opts);
  return role;
}
