import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { ec2Id, hex } from "../../identifiers.ts";
import { checkPolicy } from "../../policy-document.ts";
import { requireRow } from "../../references.ts";
import { text, texts } from "../../values.ts";
import { requireSecurityGroups } from "./security-group.ts";
import { requireSubnets } from "./subnet.ts";
import { requireVpc } from "./vpc.ts";

export const vpcEndpoint = defineType({
  token: "aws:ec2/vpcEndpoint:VpcEndpoint",
  defaults: { vpcEndpointType: "Gateway", privateDnsEnabled: false },
  check: (inputs, account) => {
    const service = text(inputs, "serviceName");
    const gateway = (text(inputs, "vpcEndpointType") ?? "Gateway") === "Gateway";
    const known = new RegExp(`^(com\\.amazonaws|cn\\.com\\.amazonaws|aws)\\.(${account.region}\\.|sagemaker|.*vpce)`);
    return [
      ...when(
        [
          service !== undefined && !known.test(service),
          "serviceName",
          `api error InvalidServiceName: The Vpc Endpoint Service '${service ?? ""}' does not exist in ${account.region}`,
        ],
        [
          service !== undefined && gateway && !/\.(s3|dynamodb)$/.test(service),
          "vpcEndpointType",
          `api error InvalidParameter: Endpoint type (Gateway) does not match available service types ([Interface]) of ${service ?? ""}.`,
        ],
        [
          gateway && texts(inputs, "subnetIds").length > 0,
          "subnetIds",
          "api error InvalidParameter: SubnetIds may not be specified for a Gateway endpoint",
        ],
      ),
      ...checkPolicy(text(inputs, "policy"), {
        property: "policy",
        maximumLength: 20_480,
        kind: "resource",
        code: "InvalidPolicyDocument",
      }),
    ];
  },
  create: (inputs, account) => {
    requireVpc(account, text(inputs, "vpcId") ?? "");
    references(inputs, account);
    const id = ec2Id("vpce");
    const interfaces = texts(inputs, "subnetIds").map(() => ec2Id("eni"));
    const service = (text(inputs, "serviceName") ?? "").split(".").at(-1) ?? "";
    const dns =
      interfaces.length > 0
        ? [
            {
              dnsName: `${id}-${hex(8)}.${service}.${account.region}.vpce.amazonaws.com`,
              hostedZoneId: "Z7HUB22UULQXV",
            },
          ]
        : [];
    const computed = {
      state: "available",
      ownerId: account.accountId,
      requesterManaged: false,
      networkInterfaceIds: interfaces,
      dnsEntries: dns,
      prefixListId: interfaces.length > 0 ? "" : ec2Id("pl"),
      cidrBlocks: [],
    };
    return { id, arn: arn(account, "ec2", `vpc-endpoint/${id}`), computed };
  },
  update: (_row, news, account) => {
    references(news, account);
    return {};
  },
});

function references(inputs: PropertyMap, account: Account): void {
  requireSubnets(account, texts(inputs, "subnetIds"), "InvalidSubnetId.NotFound");
  requireSecurityGroups(account, texts(inputs, "securityGroupIds"));
  for (const table of texts(inputs, "routeTableIds")) {
    if (table === "") throw new AwsError("InvalidRouteTableId.Malformed", "a route table id is empty");
    requireRow(account, "aws:ec2/routeTable:RouteTable", table, "InvalidRouteTableId.NotFound");
  }
}
