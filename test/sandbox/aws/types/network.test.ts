import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { listAwsResources } from "../../../../sandbox/aws/index.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const vpc = "aws:ec2/vpc:Vpc";
const subnet = "aws:ec2/subnet:Subnet";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("EC2 networks of the embedded account", () => {
  let place: AwsSurroundings;
  beforeEach(async () => {
    place = await awsSurroundings();
  });

  it("takes VPCs from /16 to /28 and refuses what is no range", async () => {
    await refusesEach(place.client, vpc, { cidrBlock: "10.9.0.0/28" }, [
      ["cidrBlock", "10.0.0.0/15", /to have|InvalidVpc\.Range: .*between \/16 and \/28/],
      ["cidrBlock", "10.0.0.0/29", /InvalidVpc\.Range/],
      ["cidrBlock", "10.0.0.1/16", /not the first of the range/],
      ["cidrBlock", "10.0.0/16", /no IPv4 range/],
      ["cidrBlock", undefined, /MissingParameter/],
    ]);
  });

  it("keeps subnets inside their VPC, apart from each other and in a zone of the Region", async () => {
    const vpcId = place.ids["vpc"];
    await rejects(
      place.client.create(subnet, { vpcId, cidrBlock: "10.7.0.0/24" }),
      /InvalidSubnet\.Range: .*not within 10\.0\.0\.0\/16/,
    );
    await rejects(
      place.client.create(subnet, { vpcId, cidrBlock: "10.0.0.128/25" }),
      /InvalidSubnet\.Conflict: .*conflicts with another subnet/,
    );
    await rejects(place.client.create(subnet, { vpcId: "vpc-0", cidrBlock: "10.0.0.0/24" }), /InvalidVpcID\.NotFound/);
    const made = await place.client.create(subnet, {
      vpcId,
      cidrBlock: "10.0.2.0/24",
      availabilityZone: "eu-central-1c",
    });
    match(made.id, /^subnet-[0-9a-f]{17}$/);
    equal(made.outputs["availabilityZoneId"], "euc1-az3");
    await refusesEach(place.client, subnet, { vpcId, cidrBlock: "10.0.3.0/24" }, [
      ["availabilityZone", "eu-central-1d", /availability zones: eu-central-1a, eu-central-1b, eu-central-1c/],
    ]);
  });

  it("refuses to delete a VPC with dependencies and a subnet in use, and deletes them once they are free", async () => {
    const made = await place.client.create(vpc, { cidrBlock: "10.9.0.0/16" });
    const inside = await place.client.create(subnet, { vpcId: made.id, cidrBlock: "10.9.0.0/24" });
    await rejects(place.client.delete(made), /DependencyViolation: The vpc .*has dependencies .*subnet-/);
    await place.client.delete(inside);
    await place.client.delete(made);
    deepEqual(
      listAwsResources(place.world).filter(({ id }) => id === made.id || id === made.outputs["defaultSecurityGroupId"]),
      [],
    );
    await rejects(
      place.client.delete({ type: subnet, id: place.ids["subnet"] ?? "", inputs: {}, outputs: {} }),
      /DependencyViolation/,
    );
  });

  it("R-SEC-9 keeps rules of security groups unique, and groups that others refer to", async () => {
    const rule = {
      securityGroupId: place.ids["group"],
      referencedSecurityGroupId: place.ids["otherGroup"],
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
    };
    const made = await place.client.create(ingress, rule);
    await rejects(place.client.create(ingress, rule), /InvalidPermission\.Duplicate/);
    await rejects(
      place.client.create(ingress, { ...rule, referencedSecurityGroupId: "sg-0" }),
      /InvalidGroup\.NotFound/,
    );
    const other = {
      type: "aws:ec2/securityGroup:SecurityGroup",
      id: place.ids["otherGroup"] ?? "",
      inputs: {},
      outputs: {},
    };
    await rejects(place.client.delete(other), /DependencyViolation: resource sg-.* has a dependent object: sgr-/);
    await place.client.delete(made);
    await place.client.delete(other);
    await refusesEach(place.client, ingress, rule, [
      ["cidrIpv4", "10.0.0.0/8", /exactly one of cidrIpv4/],
      ["fromPort", 5433, /Invalid TCP\/UDP port range \(5433:5432\)/],
      ["ipProtocol", "-1", /leave fromPort and toPort out/],
    ]);
  });

  it("adopts a VPC's default security group once, and lets go of it", async () => {
    const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    const made = await place.client.create(type, { vpcId: place.ids["vpc"], tags: { a: "b" } });
    match(made.id, /^sg-/);
    await rejects(place.client.create(type, { vpcId: place.ids["vpc"] }), /InvalidGroup\.NotFound/);
    await place.client.delete(made);
    deepEqual(
      listAwsResources(place.world)
        .filter(({ id }) => id === made.id)
        .map(({ tags, madeByService }) => ({ tags, madeByService })),
      [{ tags: {}, madeByService: true }],
    );
  });

  it("refuses routes and gateways to what does not exist or is taken", async () => {
    const route = "aws:ec2/route:Route";
    const good = {
      routeTableId: place.ids["table"],
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: place.ids["gateway"],
    };
    await place.client.create(route, good);
    await rejects(place.client.create(route, good), /RouteAlreadyExists/);
    await rejects(
      place.client.create(route, { ...good, destinationCidrBlock: "10.9.0.0/16", gatewayId: "igw-0" }),
      /InvalidInternetGatewayID\.NotFound/,
    );
    await refusesEach(place.client, route, good, [
      ["natGatewayId", "nat-0", /exactly one of .* found gatewayId, natGatewayId/],
    ]);
    const nat = "aws:ec2/natGateway:NatGateway";
    const gateway = await place.client.create(nat, {
      subnetId: place.ids["subnet"],
      allocationId: place.ids["address"],
    });
    await rejects(
      place.client.create(nat, { subnetId: place.ids["subnet"], allocationId: place.ids["address"] }),
      /Resource\.AlreadyAssociated/,
    );
    await rejects(
      place.client.delete({ type: "aws:ec2/eip:Eip", id: place.ids["address"] ?? "", inputs: {}, outputs: {} }),
      new RegExp(`in use by ${gateway.id}`),
    );
  });
});
