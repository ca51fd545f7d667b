import { DistributionTenant } from "@pulumi/aws/cloudfront/distributionTenant.js";
import { KeyvaluestoreKey } from "@pulumi/aws/cloudfront/keyvaluestoreKey.js";
import * as pulumi from "@pulumi/pulumi";
import type { OwnEdgePlan, TenantEdgePlan } from "../../model/plan/edge-plan.ts";
import { edgeWebAcl } from "./edge-web-acl.ts";

export interface TenantEdgeArgs {
  readonly plan: TenantEdgePlan;
  readonly hostname: string;
  readonly hostsArn: pulumi.Input<string>;
  readonly distributionId: pulumi.Input<string>;
  readonly connectionGroupId: pulumi.Input<string>;
}

/**
 * A tenant's entry in its cell's edge function; without a distribution tenant of its own that is all there is of it.
 *
 * A suspended tenant's entry stays and refuses. Costs nothing; a distribution tenant and a web ACL of its own cost
 * about 11 USD a month.
 */
export function tenantEdge(name: string, args: TenantEdgeArgs, opts: pulumi.ComponentResourceOptions): void {
  const { plan, hostname, hostsArn: keyValueStoreArn } = args;
  new KeyvaluestoreKey(`${name}-host`, { keyValueStoreArn, key: hostname, value: JSON.stringify(plan.entry) }, opts);
  if (plan.own !== undefined) new OwnEdge(name, { ...args, own: plan.own }, opts);
}

interface OwnEdgeArgs extends TenantEdgeArgs {
  readonly own: OwnEdgePlan;
}

/**
 * Host name, certificate and web ACL of one tenant; the certificate is issued and renewed by CloudFront, and stands in
 * the public logs of certificates, as every publicly trusted one. A suspended tenant's is off.
 */
class OwnEdge extends pulumi.ComponentResource {
  constructor(name: string, args: OwnEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:OwnEdge", name, {}, opts);
    const { own, plan, hostname } = args;
    const parent = { parent: this };
    const webAcl = own.webAcl === undefined ? undefined : edgeWebAcl(`${name}-web-acl`, own.webAcl, parent);
    new DistributionTenant(
      name,
      {
        name: own.distributionTenantName,
        distributionId: args.distributionId,
        connectionGroupId: args.connectionGroupId,
        domains: [{ domain: hostname }],
        enabled: plan.entry.serves,
        managedCertificateRequest: {
          primaryDomainName: hostname,
          validationTokenHost: "cloudfront",
          certificateTransparencyLoggingPreference: "enabled",
        },
        ...(webAcl === undefined ? {} : { customizations: { webAcl: { action: "override", arn: webAcl.arn } } }),
      },
      parent,
    );
    this.registerOutputs({});
  }
}
