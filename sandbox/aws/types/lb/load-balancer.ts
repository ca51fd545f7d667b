import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { flag, map, text, texts } from "../../values.ts";
import { requireSecurityGroups } from "../ec2/security-group.ts";
import { checkName } from "./name.ts";

const token = "aws:lb/loadBalancer:LoadBalancer";

export const loadBalancer = defineType({
  token,
  naming: { input: "name", maximumLength: 32 },
  replaces: ["internal", "loadBalancerType", "name"],
  defaults: { internal: false, loadBalancerType: "application", enableDeletionProtection: false, idleTimeout: 60 },
  check: (inputs) => [
    ...checkName(inputs),
    ...when([
      inputs["subnets"] === undefined && inputs["subnetMappings"] === undefined,
      "subnets",
      "one of subnets and subnetMappings must be given",
    ]),
  ],
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    if (rowsOf(account, token).some((row) => row.inputs["name"] === name))
      throw new AwsError(
        "DuplicateLoadBalancerName",
        `A load balancer with the same name '${name}' exists, but with different settings`,
      );
    const subnets = texts(inputs, "subnets").map((id) =>
      requireRow(account, "aws:ec2/subnet:Subnet", id, "SubnetNotFound", `The subnet ID '${id}' does not exist`),
    );
    const zones = new Set(subnets.map((subnet) => subnet.inputs["availabilityZone"]));
    if (text(inputs, "loadBalancerType") !== "network" && zones.size < 2)
      throw new AwsError(
        "ValidationError",
        "At least two subnets in two different Availability Zones must be specified",
      );
    requireSecurityGroups(account, texts(inputs, "securityGroups"));
    const bucket = text(map(inputs, "accessLogs"), "bucket");
    if (bucket !== undefined)
      requireRow(
        account,
        "aws:s3/bucket:Bucket",
        bucket,
        "InvalidConfigurationRequest",
        `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
      );
    const suffix = `${text(inputs, "loadBalancerType") === "network" ? "net" : "app"}/${name}/${hex(16)}`;
    const dnsName = `${flag(inputs, "internal") ? "internal-" : ""}${name}-${Number.parseInt(hex(7), 16)}.${account.region}.elb.amazonaws.com`;
    const id = arn(account, "elasticloadbalancing", `loadbalancer/${suffix}`);
    const computed = { arnSuffix: suffix, dnsName, zoneId: "Z35SXDOTRQ7X7K", vpcId: subnets[0]?.inputs["vpcId"] };
    return { id, arn: id, computed };
  },
  delete: (row, account) => {
    if (flag(row.inputs, "enableDeletionProtection"))
      throw new AwsError(
        "OperationNotPermitted",
        `Load balancer '${row.arn}' cannot be deleted because deletion protection is enabled`,
      );
    // A load balancer takes its listeners along.
    for (const listener of rowsOf(account, "aws:lb/listener:Listener"))
      if (listener.inputs["loadBalancerArn"] === row.arn) removeRow(account.world, listener);
    return undefined;
  },
});
