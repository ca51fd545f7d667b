import { deepEqual, equal } from "node:assert/strict";
import { CellNetwork } from "../../../components/network/cell-network.ts";
import { arnOf, declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const resources = () =>
  declared(() => new CellNetwork("net", { plan: cellPlan("us-1"), retention: "kept", kmsKeyArn: arnOf("kms") }));

describe("CellNetwork", () => {
  it("R-SEC-9 has a private subnet a zone and no way out or in: no gateway, no address that is public", async () => {
    const all = await resources();
    const kinds = new Set(all.map(({ type }) => type.split(":").at(-1)));
    deepEqual(
      ["InternetGateway", "NatGateway", "Eip", "Route", "EgressOnlyInternetGateway"].filter((kind) => kinds.has(kind)),
      [],
    );
    const subnets = all.filter(({ type }) => type.endsWith(":Subnet"));
    deepEqual(
      subnets.map(({ inputs }) => [inputs["availabilityZone"], inputs["cidrBlock"], inputs["mapPublicIpOnLaunch"]]),
      [
        ["us-east-1a", "10.0.0.0/20", false],
        ["us-east-1b", "10.0.16.0/20", false],
        ["us-east-1c", "10.0.32.0/20", false],
      ],
    );
    equal(named(all, "net-routes").inputs["routes"], undefined);
  });

  it("R-SEC-9 empties the security group that AWS makes with the network", async () => {
    const { ingress, egress } = named(await resources(), "net-default").inputs;
    deepEqual([ingress, egress], [[], []]);
  });

  it("R-ISO-4 groups the subnets for databases under the cell's name", async () => {
    equal(named(await resources(), "net-databases").inputs["name"], "tenantry-sandbox-cell-us-1-subnets");
  });
});
