import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import * as pulumi from "@pulumi/pulumi";
import { tenantClusterRoleName } from "../../model/naming.ts";
import { tenantRoleRules } from "../compute/tenant-role-rules.ts";

/**
 * What a tenant may do in its own namespace, said once for all tenants of a cell; each tenant's stack binds it in its
 * namespace and nowhere else. Costs nothing.
 *
 * No ClusterRoleBinding names it, and no tenant may make a binding.
 */
export class TenantAccess extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantAccess", name, {}, opts);
    new ClusterRole(name, { metadata: { name: tenantClusterRoleName }, rules: tenantRoleRules }, { parent: this });
    this.registerOutputs({});
  }
}
