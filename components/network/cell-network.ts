import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import { RouteTable } from "@pulumi/aws/ec2/routeTable.js";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { Vpc } from "@pulumi/aws/ec2/vpc.js";
import { SubnetGroup } from "@pulumi/aws/rds/subnetGroup.js";
import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../../model/naming.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import type { Retention } from "../retention.ts";
import { CellFlowLogs } from "./cell-flow-logs.ts";
import { ServiceEndpoints } from "./service-endpoints.ts";
import { subnetBlocks } from "./subnet-blocks.ts";

export interface CellNetworkArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * A network without a way out: private subnets, one a zone, and endpoints of the AWS services that a cell uses.
 *
 * No internet or NAT gateway: what a tenant's workload holds cannot leave but through services that ask who it is, and
 * nothing comes in but by the edge. Costs about 7 USD a month for each endpoint and zone; a NAT gateway in every zone
 * would cost 33 USD each and 0.045 USD per GB. Connections to products outside AWS need a way out of their own.
 */
export class CellNetwork extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly subnetIds: pulumi.Output<string>[];
  readonly endpointSecurityGroupId: pulumi.Output<string>;
  readonly databaseSubnetGroupName: pulumi.Output<string>;

  constructor(name: string, args: CellNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellNetwork", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };

    const vpc = declareVpc(name, plan, parent);
    const routes = new RouteTable(`${name}-routes`, { vpcId: vpc.id }, parent);
    const subnets = declareSubnets(name, plan, vpc, routes, parent);
    this.subnetIds = subnets.map((subnet) => subnet.id);
    const endpoints = new ServiceEndpoints(
      `${name}-endpoints`,
      { region: plan.cell.region, vpcId: vpc.id, subnetIds: this.subnetIds, routeTableId: routes.id },
      parent,
    );
    new CellFlowLogs(`${name}-flow-logs`, { ...args, vpcId: vpc.id }, parent);

    this.vpcId = vpc.id;
    this.endpointSecurityGroupId = endpoints.securityGroupId;
    this.databaseSubnetGroupName = groupForDatabases(name, plan, this.subnetIds, parent).name;
    this.registerOutputs({ vpcId: this.vpcId, subnetIds: this.subnetIds });
  }
}

function declareVpc(name: string, { network }: CellPlan, opts: pulumi.CustomResourceOptions): Vpc {
  const vpc = new Vpc(name, { cidrBlock: network.cidrBlock, enableDnsSupport: true, enableDnsHostnames: true }, opts);
  // The group that AWS makes with every network lets its members talk to each other: emptied, it lets nobody.
  new DefaultSecurityGroup(`${name}-default`, { vpcId: vpc.id, ingress: [], egress: [] }, opts);
  return vpc;
}

function declareSubnets(
  name: string,
  { network }: CellPlan,
  vpc: Vpc,
  routes: RouteTable,
  opts: pulumi.CustomResourceOptions,
): Subnet[] {
  const blocks = subnetBlocks(network.cidrBlock, network.availabilityZones.length);
  return network.availabilityZones.map((availabilityZone, index) => {
    const zone = availabilityZone.slice(-1);
    const subnet = new Subnet(
      `${name}-${zone}`,
      {
        vpcId: vpc.id,
        availabilityZone,
        cidrBlock: blocks[index] ?? "",
        mapPublicIpOnLaunch: false,
        // Where the AWS load balancer controller puts what is not public.
        tags: { "kubernetes.io/role/internal-elb": "1" },
      },
      opts,
    );
    new RouteTableAssociation(`${name}-${zone}-routes`, { subnetId: subnet.id, routeTableId: routes.id }, opts);
    return subnet;
  });
}

function groupForDatabases(
  name: string,
  { namePrefix, cell }: CellPlan,
  subnetIds: pulumi.Output<string>[],
  opts: pulumi.CustomResourceOptions,
): SubnetGroup {
  const { subnetGroup } = cellNames(namePrefix, { id: cell.id, account_id: cell.accountId });
  return new SubnetGroup(
    `${name}-databases`,
    { name: subnetGroup, description: `Databases of the cell ${cell.id}`, subnetIds },
    opts,
  );
}
