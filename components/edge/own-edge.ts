import { DistributionTenant } from "@pulumi/aws/cloudfront/distributionTenant.js";
import * as pulumi from "@pulumi/pulumi";
import type { OwnEdgePlan } from "../../model/plan/edge-plan.ts";
import { edgeWebAcl } from "./edge-web-acl.ts";

export interface OwnEdgeArgs {
  readonly plan: OwnEdgePlan;
  /** Off for a suspended tenant. */
  readonly serves: boolean;
  readonly hostname: string;
  readonly distributionId: pulumi.Input<string>;
  readonly connectionGroupId: pulumi.Input<string>;
}

/**
 * Host name, certificate and web ACL of one tenant; the certificate is issued and renewed by CloudFront, and stands in
 * the public logs of certificates, as every publicly trusted one. A suspended tenant's is off.
 */
export class OwnEdge extends pulumi.ComponentResource {
  constructor(name: string, args: OwnEdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:OwnEdge", name, {}, opts);
    const { plan, serves, hostname } = args;
    const parent = { parent: this };
    const webAcl = plan.webAcl === undefined ? undefined : edgeWebAcl(`${name}-web-acl`, plan.webAcl, parent);
    new DistributionTenant(
      name,
      {
        name: plan.distributionTenantName,
        distributionId: args.distributionId,
        connectionGroupId: args.connectionGroupId,
        domains: [{ domain: hostname }],
        enabled: serves,
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
