import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import * as pulumi from "@pulumi/pulumi";
import { securityGroupNames } from "../../model/security-group-names.ts";

export interface ServiceEndpointsArgs {
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<string>[];
  readonly routeTableId: pulumi.Input<string>;
}

/**
 * Services that nodes, controllers and workloads of a private EKS cluster call
 * (https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html), and those of tenants' data.
 */
const interfaceServices = [
  "appconfigdata",
  "autoscaling",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "kms",
  "events",
  "logs",
  "secretsmanager",
  "sts",
] as const;

/** Doors to AWS services inside a private network; S3's is a route and costs nothing, the others per hour and zone. */
export class ServiceEndpoints extends pulumi.ComponentResource {
  /** Whoever may call the services is let in here, by a rule that names its group. */
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: ServiceEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ServiceEndpoints", name, {}, opts);
    const { region, vpcId, subnetIds, routeTableId } = args;
    const parent = { parent: this };

    const group = new SecurityGroup(
      name,
      {
        name: securityGroupNames.endpoints,
        vpcId,
        description: "Endpoints of AWS services",
        revokeRulesOnDelete: true,
      },
      parent,
    );
    new VpcEndpoint(
      `${name}-s3`,
      { vpcId, serviceName: `com.amazonaws.${region}.s3`, vpcEndpointType: "Gateway", routeTableIds: [routeTableId] },
      parent,
    );
    for (const service of interfaceServices) {
      new VpcEndpoint(
        `${name}-${service.replace(".", "-")}`,
        {
          vpcId,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: "Interface",
          subnetIds,
          securityGroupIds: [group.id],
          privateDnsEnabled: true,
        },
        parent,
      );
    }

    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
