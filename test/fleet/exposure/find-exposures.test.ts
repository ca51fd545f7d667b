import { deepEqual, ok } from "node:assert/strict";
import { join } from "node:path";
import { findExposures } from "../../../fleet/exposure/find-exposures.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedResource } from "../../../fleet/synth/index.ts";
import { sampleStacks } from "../../support/sample-fleet.ts";

const root = join(import.meta.dirname, "..", "..", "..");

describe("what can be reached of a fleet", function () {
  this.timeout(120_000);
  const together = new Map<string, readonly SynthesisedResource[]>();

  before(async () => {
    const byStack = new Map<string, readonly SynthesisedResource[]>();
    for (const { stack } of sampleStacks) byStack.set(stack, (await synthStack(stack, root)).resources);
    for (const { stack, needs } of sampleStacks) {
      together.set(
        stack,
        [stack, ...needs].flatMap((name) => byStack.get(name) ?? []),
      );
    }
  });

  for (const { stack } of sampleStacks) {
    it(`R-SEC-9 nothing of ${stack} is reachable or trusted for where it is`, () => {
      deepEqual(findExposures(together.get(stack) ?? []), []);
    });
  }

  /** Resources in which the first of a type, and with a name, is another. */
  const changed = (stack: string, type: string, inputs: Readonly<Record<string, unknown>>, name = "") => {
    const resources = together.get(stack) ?? [];
    const first = resources.find((one) => one.type === type && one.name.includes(name));
    ok(first, `${stack} has no ${type}`);
    const found = findExposures(
      resources.map((one) => (one === first ? { ...one, inputs: { ...one.inputs, ...inputs } } : one)),
    );
    return [...new Set(found.filter(({ resource }) => resource === first.name).map(({ code }) => code))];
  };
  const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

  it("R-SEC-9 finds a group that trusts addresses, whatever the range", () => {
    for (const range of [{ cidrIpv4: "0.0.0.0/0" }, { cidrIpv4: "10.0.0.0/16" }, { cidrIpv6: "::/0" }])
      deepEqual(changed("cell-us-1", ingress, range), ["GROUP_TRUSTS_ADDRESSES"]);
  });

  it("R-SEC-9 finds whatever gets a public address", () => {
    deepEqual(changed("northwind-freight", "aws:rds/instance:Instance", { publiclyAccessible: true }), [
      "PUBLIC_ADDRESS",
    ]);
    deepEqual(changed("cell-us-1", "aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }), ["PUBLIC_ADDRESS"]);
    deepEqual(changed("cell-us-1", "aws:lb/loadBalancer:LoadBalancer", { internal: false }), ["PUBLIC_ADDRESS"]);
    const vpcConfig = { endpointPrivateAccess: true, endpointPublicAccess: true };
    deepEqual(changed("cell-umbra-1", "aws:eks/cluster:Cluster", { vpcConfig }), ["PUBLIC_ADDRESS"]);
  });

  it("R-SEC-9 finds an entrance that is not the edge's, and a store that is one hop from one", () => {
    deepEqual(changed("cell-us-1", ingress, { prefixListId: "pl-1" }, "database-entrance"), [
      "ENTRANCE_BESIDE_THE_EDGE",
    ]);
    const resources = together.get("northwind-freight") ?? [];
    const entrance = resources.find(({ name }) => name === "cell-us-1-database-entrance-from-cluster");
    const edge = resources.find(({ name }) => name === "cell-us-1-edge-origin-from-edge");
    const hop = { referencedSecurityGroupId: edge?.inputs["securityGroupId"] };
    const found = findExposures(
      resources.map((one) => (one === entrance ? { ...one, inputs: { ...one.inputs, ...hop } } : one)),
    );
    const codes = new Set(found.map(({ code }) => code));
    deepEqual([...codes], ["STORE_REACHED_DIRECTLY"]);
    ok(found.some(({ resource }) => resource === "northwind-freight-data-database-server"));
  });

  it("R-SEC-9 finds what takes connections without TLS or without proof of who comes", () => {
    const instance = "aws:rds/instance:Instance";
    deepEqual(changed("cell-us-1", instance, { iamDatabaseAuthenticationEnabled: false }), ["DATABASE_PASSWORD_ONLY"]);
    deepEqual(changed("cell-us-1", instance, { parameterGroupName: "default.postgres17" }), [
      "CONNECTION_NOT_ENCRYPTED",
    ]);
    deepEqual(changed("cell-umbra-1", "aws:rds/cluster:Cluster", { dbClusterParameterGroupName: "default" }), [
      "CONNECTION_NOT_ENCRYPTED",
    ]);
    deepEqual(changed("cell-us-1", "aws:lb/listener:Listener", { protocol: "HTTP" }), ["CONNECTION_NOT_ENCRYPTED"]);
  });

  it("R-SEC-9 finds a bucket that can be opened, or read without TLS", () => {
    const withoutOne = (type: string) => {
      const resources = together.get("blue-kite") ?? [];
      const one = resources.find((resource) => resource.type === type && resource.name.startsWith("blue-kite"));
      ok(one);
      return findExposures(resources.filter((resource) => resource !== one)).map(({ code }) => code);
    };
    deepEqual(withoutOne("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"), ["BUCKET_NOT_CLOSED"]);
    deepEqual(withoutOne("aws:s3/bucketPolicy:BucketPolicy"), ["CONNECTION_NOT_ENCRYPTED"]);
  });

  it("R-SEC-5 R-SEC-9 finds an entrance without a firewall before it", () => {
    const resources = together.get("cell-us-1") ?? [];
    const association = "aws:wafv2/webAclAssociation:WebAclAssociation";
    const open = findExposures(resources.filter(({ type }) => type !== association));
    deepEqual(
      open.map(({ code, resource }) => [code, resource]),
      [["ENTRANCE_WITHOUT_FIREWALL", "cell-us-1-api-stage"]],
    );
    const edge = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
    deepEqual(changed("cell-us-1", edge, { webAclId: undefined }), ["ENTRANCE_WITHOUT_FIREWALL"]);
  });
});
