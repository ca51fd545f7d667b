import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";

/** Where traffic can go, and the type behind it where it is one of the sandbox's. */
const targets: Readonly<Record<string, string | undefined>> = {
  carrierGatewayId: undefined,
  coreNetworkArn: undefined,
  egressOnlyGatewayId: undefined,
  gatewayId: "aws:ec2/internetGateway:InternetGateway",
  localGatewayId: undefined,
  natGatewayId: "aws:ec2/natGateway:NatGateway",
  networkInterfaceId: undefined,
  odbNetworkArn: undefined,
  transitGatewayId: undefined,
  vpcEndpointId: "aws:ec2/vpcEndpoint:VpcEndpoint",
  vpcPeeringConnectionId: undefined,
};
const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];

export const route = defineType({
  token: "aws:ec2/route:Route",
  duplicateCode: "RouteAlreadyExists",
  check: (inputs) => {
    const given = Object.keys(targets).filter((name) => inputs[name] !== undefined);
    const where = destinations.filter((name) => inputs[name] !== undefined);
    return when(
      [
        given.length !== 1,
        "",
        `exactly one of ${Object.keys(targets).join(", ")} must be given, found ${given.join(", ") || "none"}`,
      ],
      [
        where.length !== 1,
        "",
        `exactly one of ${destinations.join(", ")} must be given, found ${where.join(", ") || "none"}`,
      ],
    );
  },
  create: (inputs, account) => {
    const table = text(inputs, "routeTableId") ?? "";
    requireRow(account, "aws:ec2/routeTable:RouteTable", table, "InvalidRouteTableID.NotFound");
    for (const [name, type] of Object.entries(targets)) {
      const id = text(inputs, name);
      if (id !== undefined && type !== undefined) requireRow(account, type, id, targetCode(name));
    }
    const destination = destinations.map((name) => text(inputs, name)).find((each) => each !== undefined);
    if (destination === undefined) throw new AwsError("MissingParameter", "A route needs a destination");
    return { id: `r-${table}${hash(destination)}`, computed: { state: "active", origin: "CreateRoute" } };
  },
});

const targetCode = (name: string) =>
  name === "natGatewayId"
    ? "NatGatewayNotFound"
    : name === "gatewayId"
      ? "InvalidInternetGatewayID.NotFound"
      : "InvalidVpcEndpointId.NotFound";

/** The provider's id ends in a CRC of the destination; any number that only depends on it does. */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
}
