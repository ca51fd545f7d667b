import { deepEqual, equal } from "node:assert/strict";
import { DatabaseEntrance } from "../../../components/network/database-entrance.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

describe("DatabaseEntrance", () => {
  it("R-SEC-9 lets PostgreSQL's port be reached from the cluster's group, never from a range", async () => {
    const all = await declared(
      () => new DatabaseEntrance("entrance", { vpcId: "vpc-0", clusterSecurityGroupId: "sg-cluster" }),
    );
    deepEqual(shortNames(all), [
      "SecurityGroup entrance",
      "SecurityGroupIngressRule entrance-from-cluster",
      "SecurityGroupIngressRule entrance-from-proxy",
      "SecurityGroupEgressRule entrance-to-server",
    ]);
    for (const name of ["entrance-from-proxy", "entrance-to-server"]) {
      const { securityGroupId, referencedSecurityGroupId } = named(all, name).inputs;
      equal(referencedSecurityGroupId, securityGroupId, name);
    }
    const { securityGroupId: _id, description: _description, ...rule } = named(all, "entrance-from-cluster").inputs;
    deepEqual(rule, { referencedSecurityGroupId: "sg-cluster", ipProtocol: "tcp", fromPort: 5432, toPort: 5432 });
  });
});
