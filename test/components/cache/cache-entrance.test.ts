import { deepEqual, equal } from "node:assert/strict";
import { CacheEntrance } from "../../../components/cache/cache-entrance.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

const entrance = () =>
  declared(() => new CacheEntrance("entrance", { vpcId: "vpc-1", clusterSecurityGroupId: "sg-nodes" }));

describe("CacheEntrance", () => {
  it("R-SEC-9 R-INF-7 lets the cluster's nodes in as a group, at the caches' two ports, and nobody else", async () => {
    const all = await entrance();
    deepEqual(shortNames(all), ["SecurityGroup entrance", "SecurityGroupIngressRule entrance-from-cluster"]);
    const { ipProtocol, fromPort, toPort, referencedSecurityGroupId, ...rest } = named(
      all,
      "entrance-from-cluster",
    ).inputs;
    deepEqual([ipProtocol, fromPort, toPort, referencedSecurityGroupId], ["tcp", 6379, 6380, "sg-nodes"]);
    deepEqual(Object.keys(rest).toSorted(), ["description", "securityGroupId"]);
  });

  it("R-SEC-9 opens nothing by itself: the group has no rules of its own, inwards or outwards", async () => {
    const { vpcId, revokeRulesOnDelete, ...rest } = named(await entrance(), "entrance").inputs;
    deepEqual([vpcId, revokeRulesOnDelete], ["vpc-1", true]);
    equal("ingress" in rest || "egress" in rest, false);
  });
});
