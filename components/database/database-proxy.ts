import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Proxy as ConnectionProxy } from "@pulumi/aws/rds/proxy.js";
import { ProxyDefaultTargetGroup } from "@pulumi/aws/rds/proxyDefaultTargetGroup.js";
import { ProxyTarget } from "@pulumi/aws/rds/proxyTarget.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { ProxyPlan } from "../../model/plan/data-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";

export interface DatabaseProxyArgs {
  readonly plan: ProxyPlan;
  readonly cell: CellReference;
  /** The instance's identifier, and the resource id (`db-…`) that database users' ARNs are made from. */
  readonly instance: { readonly identifier: pulumi.Input<string>; readonly resourceId: pulumi.Input<string> };
  readonly subnetIds: pulumi.Input<readonly string[]>;
  readonly securityGroupId: pulumi.Input<string>;
}

/**
 * Keeps connections to a PostgreSQL instance open and shares them out: clients log in by IAM over TLS, and the proxy
 * logs in as the same user by IAM again, so that row security and rights are that user's own and no secret is kept.
 *
 * Costs 0.015 USD an hour for each of the instance's vCPUs, for two at the least. It holds no data.
 */
export class DatabaseProxy extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  /** Resource id (`prx-…`) that users' ARNs are made from where they connect through the proxy. */
  readonly resourceId: pulumi.Output<string>;

  constructor(name: string, args: DatabaseProxyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:DatabaseProxy", name, {}, opts);
    const { plan, cell, instance } = args;
    const parent = { parent: this };

    const trust = serviceTrust("rds.amazonaws.com", cell.accountId);
    const role = new Role(`${name}-role`, { name: plan.roleName, assumeRolePolicy: trust }, parent);
    const allowed = new RolePolicy(
      `${name}-role-policy`,
      { name: "connect", role: role.name, policy: connectPolicy(cell, instance.resourceId) },
      parent,
    );
    const proxy = new ConnectionProxy(
      name,
      {
        name: plan.proxyName,
        engineFamily: "POSTGRESQL",
        defaultAuthScheme: "IAM_AUTH",
        requireTls: true,
        idleClientTimeout: plan.idleClientSeconds,
        roleArn: role.arn,
        vpcSubnetIds: pulumi.output(args.subnetIds).apply((ids) => [...ids]),
        vpcSecurityGroupIds: [args.securityGroupId],
      },
      { ...parent, dependsOn: [allowed] },
    );
    const group = new ProxyDefaultTargetGroup(
      `${name}-pool`,
      { dbProxyName: proxy.name, connectionPoolConfig: { maxConnectionsPercent: plan.maximumConnectionsPercent } },
      parent,
    );
    new ProxyTarget(
      `${name}-target`,
      { dbProxyName: proxy.name, targetGroupName: group.name, dbInstanceIdentifier: instance.identifier },
      parent,
    );
    this.host = proxy.endpoint;
    this.resourceId = proxy.arn.apply((arn) => arn.split(":").at(-1) ?? "");
    this.registerOutputs({ host: this.host, resourceId: this.resourceId });
  }
}

/** The proxy logs in as tenants' users of this instance and as nobody else, e.g. not as the server's master. */
const connectPolicy = (
  { partition, region, accountId }: CellReference,
  resourceId: pulumi.Input<string>,
): pulumi.Input<string> =>
  policyDocument([
    {
      Sid: "TenantsUsers",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: pulumi.interpolate`arn:${partition}:rds-db:${region}:${accountId}:dbuser:${resourceId}/tenant-*`,
    },
  ]);
