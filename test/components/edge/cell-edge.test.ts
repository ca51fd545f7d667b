import { deepEqual, equal, ok } from "node:assert/strict";
import { Cell } from "../../../components/cell.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import type { CellPlan } from "../../../model/plan/cell-plan.ts";
import { named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

async function cell(plan: CellPlan): Promise<readonly SynthesisedResource[]> {
  const name = `cell-${plan.cell.id}`;
  const program = () => ({ ...new Cell(name, { plan, retention: "kept", administratorArns: [] }).result });
  return (await synthesise(program, { stack: name })).resources;
}
const edgeOf = (resources: readonly SynthesisedResource[]) =>
  resources.filter(({ type, name }) => type.startsWith("aws:") && /^cell-[\w-]+-edge/.test(name));

describe("a cell's edge", () => {
  let resources: readonly SynthesisedResource[];
  before(async () => {
    resources = edgeOf(await cell(cellPlan("us-1")));
  });

  it("R-INF-5 R-INF-10 is one distribution with its function, domain, origin, web ACL and logs", () => {
    deepEqual(
      shortNames(resources)
        .map((one) => one.replace("cell-us-1-edge-", ""))
        .filter((one) => !/^(Bucket|SecurityGroup)/.test(one))
        .toSorted(),
      [
        "CachePolicy distribution-asset-caching",
        "Certificate domain-certificate",
        "CertificateValidation domain-certificate-issued",
        "ConnectionGroup connections",
        "DistributionTenant pool",
        "Function router",
        "InternetGateway origin-gateway",
        "KeyValueStore router-hosts",
        "Listener origin-https",
        "LoadBalancer origin",
        "LogDelivery logs",
        "LogDeliveryDestination logs-destination",
        "LogDeliverySource logs-source",
        "MultitenantDistribution distribution",
        "OriginAccessControl distribution-assets",
        "Record a",
        "Record aaaa",
        "Record domain-proof",
        "ResponseHeadersPolicy distribution-security-headers",
        "TargetGroup origin-targets",
        "VpcOrigin origin-vpc",
        "WebAcl web-acl",
        "Zone domain",
      ],
    );
  });

  it("R-INF-5 R-INF-2 speaks TLS 1.2 and newer with the viewer and with the cell, post-quantum where it is offered", () => {
    const { viewerCertificate } = named(resources, "cell-us-1-edge-distribution").inputs;
    equal((viewerCertificate as Record<string, unknown>)["minimumProtocolVersion"], "TLSv1.2_2025");
    equal(
      named(resources, "cell-us-1-edge-origin-https").inputs["sslPolicy"],
      "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    );
    const { vpcOriginEndpointConfig: endpoint } = named(resources, "cell-us-1-edge-origin-vpc").inputs;
    deepEqual((endpoint as Record<string, unknown>)["originSslProtocols"], { items: ["TLSv1.2"], quantity: 1 });
  });

  it("R-INF-5 R-INF-10 keeps static files for an hour, and nothing of what comes out of the cell", () => {
    const { defaultCacheBehavior, cacheBehaviors } = named(resources, "cell-us-1-edge-distribution").inputs as {
      defaultCacheBehavior: Record<string, unknown>;
      cacheBehaviors: Record<string, unknown>[];
    };
    equal(defaultCacheBehavior["cachePolicyId"], "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    deepEqual(
      cacheBehaviors.map(({ pathPattern, targetOriginId }) => [pathPattern, targetOriginId]),
      [["/assets/*", "assets"]],
    );
    const { defaultTtl, maxTtl } = named(resources, "cell-us-1-edge-distribution-asset-caching").inputs;
    deepEqual([defaultTtl, maxTtl], [3600, 3600]);
    for (const behavior of [defaultCacheBehavior, ...cacheBehaviors]) {
      const [{ eventType }] = behavior["functionAssociations"] as [{ eventType: string }];
      deepEqual([eventType, behavior["viewerProtocolPolicy"]], ["viewer-request", "redirect-to-https"]);
    }
  });

  it("R-INF-5 lets only this distribution read the static files, and only CloudFront reach the load balancer", () => {
    const condition = statement(named(resources, "cell-us-1-edge-assets-policy"), "Edge").Condition;
    ok(JSON.stringify(condition).includes(":distribution/E"));
    const rules = resources.filter(({ type }) => type.endsWith(":SecurityGroupIngressRule"));
    deepEqual(
      rules.map(({ inputs }) => [inputs["fromPort"], inputs["cidrIpv4"], inputs["prefixListId"] !== undefined]),
      [
        [443, undefined, true],
        [8443, undefined, false],
      ],
    );
    equal(named(resources, "cell-us-1-edge-origin").inputs["internal"], true);
  });

  it("R-INF-5 fences the pool, has managed rules look at the rest, and names no number where the tier is unlimited", async () => {
    const rulesOf = (from: readonly SynthesisedResource[], name: string) =>
      (named(from, name).inputs["rules"] as { name: string }[]).map((rule) => rule.name);
    const managed = ["IpReputationList", "CommonRuleSet", "KnownBadInputsRuleSet", "SQLiRuleSet"].map(
      (group) => `AWSManagedRules${group.replace("IpReputationList", "AmazonIpReputationList")}`,
    );
    deepEqual(rulesOf(resources, "cell-us-1-edge-web-acl"), ["rate", ...managed]);
    deepEqual(rulesOf(await cell(cellPlan("umbra-1")), "cell-umbra-1-edge-web-acl"), managed);
  });

  it("R-INF-5 writes its logs into the cell's own bucket", () => {
    const { deliveryDestinationConfiguration, region } = named(resources, "cell-us-1-edge-logs-destination").inputs;
    deepEqual(deliveryDestinationConfiguration, {
      destinationResourceArn: `arn:aws:s3:::${cellPlan("us-1").logBucket.bucketName}/edge`,
    });
    equal(region, "us-east-1");
    deepEqual(named(resources, "cell-us-1-edge-origin").inputs["accessLogs"], {
      bucket: cellPlan("us-1").logBucket.bucketName,
      prefix: "load-balancer",
      enabled: true,
    });
  });

  it("R-INF-5 has a second certificate for the load balancer where the cell is not in CloudFront's Region, and no samples outside its residency", async () => {
    const plan = cellPlan("us-1");
    if (plan.edge === undefined) throw new Error("no edge");
    const away = await cell({
      ...plan,
      cell: { ...plan.cell, region: "us-west-2" },
      edge: { ...plan.edge, sampleRequests: false },
    });
    deepEqual(
      away.filter(({ type }) => type.endsWith(":Certificate")).map(({ inputs }) => inputs["region"]),
      ["us-east-1", "us-west-2"],
    );
    equal(away.filter(({ type, name }) => type.endsWith(":Record") && name.endsWith("-proof")).length, 1);
    const { visibilityConfig } = named(away, "cell-us-1-edge-web-acl").inputs;
    equal((visibilityConfig as Record<string, unknown>)["sampledRequestsEnabled"], false);
  });

  it("is absent where the partition has none", async () => {
    const { edge: _none, ...plan } = cellPlan("umbra-1");
    deepEqual(edgeOf(await cell(plan)), []);
  });
});
