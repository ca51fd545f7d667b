import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../identity/policy-document.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import type { ConnectionArgs } from "./connection-args.ts";
import { tokenStatement } from "./token-statements.ts";

/**
 * Lets the tenant's own role get tokens from AWS that another cloud trusts, for that cloud alone and for an hour at the
 * most: no key of it is kept anywhere. Federation to the outside is switched on once for the account
 * (`docs/running-on-aws.md`).
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
 *
 * @throws where the tenant shares its role: such a connection is refused before.
 */
export function tokenExchange(
  name: string,
  { plan, role, active }: ConnectionArgs<"token_exchange"> & { readonly role: WorkloadRole },
  opts: pulumi.CustomResourceOptions,
): RolePolicy {
  if (role.roleName === undefined)
    throw new Error(`${plan.title} trusts a tenant's own role, and this tenant has none`);
  const policy = policyDocument([tokenStatement(active ? "Allow" : "Deny", plan.connection.audience)]);
  return new RolePolicy(name, { name: plan.id, role: role.roleName, policy }, opts);
}
