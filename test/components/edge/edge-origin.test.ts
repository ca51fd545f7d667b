import { deepEqual, equal } from "node:assert/strict";
import { EdgeOrigin } from "../../../components/edge/edge-origin.ts";
import { CellNetwork } from "../../../components/network/cell-network.ts";
import type { Retention } from "../../../components/retention.ts";
import { arnOf, declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const origin = (retention: Retention = "kept") =>
  declared(() => {
    const plan = cellPlan("us-1");
    if (plan.edge === undefined) throw new Error("no edge");
    new EdgeOrigin("origin", {
      plan: plan.edge,
      retention,
      network: new CellNetwork("network", { plan, retention, kmsKeyArn: arnOf("kms") }),
      clusterSecurityGroupId: "sg-cluster",
      certificateArn: arnOf("acm"),
      logBucketName: "logs",
    });
  });

describe("EdgeOrigin", () => {
  it("R-INF-5 lets CloudFront's servers in alone, and goes on to the cluster's gateway alone", async () => {
    const rules = (await origin()).filter(
      ({ type, name }) => /SecurityGroup\w+Rule$/.test(type) && name.startsWith("origin"),
    );
    deepEqual(
      rules.map(({ name, inputs }) => [
        name,
        inputs["fromPort"],
        inputs["referencedSecurityGroupId"],
        inputs["cidrIpv4"],
      ]),
      [
        ["origin-from-edge", 443, undefined, undefined],
        ["origin-into-cluster", 8443, rules[1]?.inputs["referencedSecurityGroupId"], undefined],
        ["origin-to-gateway", 8443, "sg-cluster", undefined],
      ],
    );
    equal(rules[1]?.inputs["securityGroupId"], "sg-cluster");
    equal(rules[1]?.inputs["referencedSecurityGroupId"], rules[0]?.inputs["securityGroupId"]);
    equal(typeof rules[0]?.inputs["prefixListId"], "string");
  });

  it("R-INF-5 has no address outside, and no route to the internet gateway that CloudFront asks for", async () => {
    const resources = await origin();
    equal(named(resources, "origin", "LoadBalancer").inputs["internal"], true);
    equal(resources.filter(({ type }) => type === "aws:ec2/route:Route").length, 0);
    const { inputs } = named(resources, "network-routes", "RouteTable");
    equal(inputs["routes"], undefined);
  });

  it("cannot be deleted by a slip, until it is released", async () => {
    const protection = async (retention: Retention) =>
      named(await origin(retention), "origin", "LoadBalancer").inputs["enableDeletionProtection"];
    deepEqual([await protection("kept"), await protection("released")], [true, false]);
  });
});
