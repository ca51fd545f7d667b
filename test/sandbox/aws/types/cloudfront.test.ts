import { equal, rejects } from "node:assert/strict";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";
import { distributionOf } from "../../../support/edge-surroundings.ts";

const certificate = "aws:acm/certificate:Certificate";
const balancer = "aws:lb/loadBalancer:LoadBalancer";
const distribution = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
const tenant = "aws:cloudfront/distributionTenant:DistributionTenant";
const edgeFunction = "aws:cloudfront/function:Function";
const entry = "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey";
const origin = "aws:cloudfront/vpcOrigin:VpcOrigin";
const source = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

describe("CloudFront of the embedded account", () => {
  let client: AwsSurroundings["client"];
  let ids: AwsSurroundings["ids"];
  beforeEach(async () => {
    ({ client, ids } = await awsSurroundings());
  });
  const code = "function handler(event) { return event.request; }";
  const request = (domainName: string, region = "us-east-1") =>
    client.create(certificate, { region, domainName, validationMethod: "DNS" });

  it("R-INF-10 refuses functions that CloudFront cannot run, and keeps one that a distribution asks", async () => {
    await refusesEach(client, edgeFunction, { name: "router", runtime: "cloudfront-js-2.0", code }, [
      ["runtime", "nodejs24.x", /to be one of \[cloudfront-js-1.0 cloudfront-js-2.0\]/],
      ["code", `${code}//${"x".repeat(10_240)}`, /FunctionSizeLimitExceeded: at most 10240 bytes/],
      ["code", "const a = 1;", /declares no function handler/],
      ["keyValueStoreAssociations", [ids["hostsArn"], ids["otherHostsArn"]], /has one key value store, got 2/],
    ]);
    const made = await client.create(edgeFunction, { name: "router", runtime: "cloudfront-js-2.0", code });
    const base = distributionOf(ids["certificate"]);
    const asking = {
      ...base,
      defaultCacheBehavior: {
        ...(base["defaultCacheBehavior"] as object),
        functionAssociations: [{ eventType: "viewer-request", functionArn: made.outputs["arn"] }],
      },
    };
    const user = await client.create(distribution, asking);
    await rejects(client.delete(made), /FunctionInUse/);
    await client.delete(user);
    await client.delete(made);
  });

  it("R-INF-10 refuses entries over CloudFront's sizes, and of no store", async () => {
    const good = { keyValueStoreArn: ids["hostsArn"], key: "a.example", value: "{}" };
    await refusesEach(client, entry, good, [
      ["key", "k".repeat(513), /1 to 512 bytes, got 513/],
      ["value", "v".repeat(1025), /at most 1024 bytes, got 1025/],
    ]);
    const made = await client.create(entry, good);
    equal(made.id, `${String(ids["hostsArn"])},a.example`);
    await rejects(
      client.create(entry, { ...good, keyValueStoreArn: "arn:aws:cloudfront::1:key-value-store/none" }),
      /none does not exist/,
    );
  });

  it("R-INF-5 reaches only an internal load balancer in a network with an internet gateway", async () => {
    const endpoint = (arn: unknown) => ({
      vpcOriginEndpointConfig: {
        arn,
        name: "one",
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
    });
    const open = await client.create(balancer, { name: "open", subnets: [ids["subnet"], ids["otherSubnet"]] });
    await rejects(client.create(origin, endpoint(open.id)), /internet-facing: a VPC origin is an internal one/);
    await client.create(origin, endpoint(ids["balancer"]));
    await client.delete({
      type: "aws:ec2/internetGateway:InternetGateway",
      id: ids["gateway"] ?? "",
      inputs: {},
      outputs: {},
    });
    await rejects(client.create(origin, endpoint(ids["otherBalancer"])), /has no internet gateway attached/);
  });

  it("R-INF-5 refuses a distribution whose parts do not exist, and keeps one that has tenants", async () => {
    const good = distributionOf(ids["certificate"]);
    const west = await request("a.zone.example", "eu-west-1");
    const answering = (acmCertificateArn: string) => ({ ...good, viewerCertificate: { acmCertificateArn } });
    await rejects(
      client.create(distribution, answering(west.id)),
      /InvalidViewerCertificate: .* does not exist in us-east-1/,
    );
    await rejects(client.create(distribution, { ...good, webAclId: "arn:aws:wafv2:none" }), /InvalidWebACLId/);
    await refusesEach(client, distribution, good, [
      ["origins", [{ id: "other", domainName: "a.example" }], /no origin has the id site/],
    ]);
    const made = await client.create(distribution, good);
    const rider = await client.create(tenant, {
      name: "rider",
      distributionId: made.id,
      domains: [{ domain: "rider.zone.example" }],
    });
    await rejects(client.delete(made), /ResourceInUse: .* still has distribution tenants/);
    await client.delete(rider);
    await client.delete(made);
  });

  it("R-INF-5 gives a domain to one distribution tenant, and only where a certificate covers it or is asked for", async () => {
    const of = (name: string, domain: string, more = {}) =>
      client.create(tenant, { name, distributionId: ids["distribution"], domains: [{ domain }], ...more });
    await of("every", "*.zone.example");
    await of("one", "one.zone.example");
    await rejects(of("two", "one.zone.example"), /CNAMEAlreadyExists: .*one\.zone\.example by dt_/);
    await rejects(of("far", "far.example"), /InvalidViewerCertificate: No certificate covers far\.example/);
    await of("far", "far.example", { managedCertificateRequest: { validationTokenHost: "cloudfront" } });
    await rejects(
      of("none", "none.zone.example", { customizations: { webAcl: { action: "override", arn: "arn:none" } } }),
      /InvalidWebACLId/,
    );
  });

  it("sets CloudFront's logs up in us-east-1 alone, and keeps a source that is delivered", async () => {
    const good = { name: "edge", logType: "ACCESS_LOGS", resourceArn: ids["distributionArn"] };
    await rejects(client.create(source, good), /ValidationException: log sources of CloudFront are made in us-east-1/);
    const made = await client.create(source, { ...good, region: "us-east-1" });
    await client.create("aws:cloudwatch/logDelivery:LogDelivery", {
      region: "us-east-1",
      deliverySourceName: "edge",
      deliveryDestinationArn: ids["destinationArn"],
    });
    await rejects(client.delete(made), /ConflictException: edge is still used/);
  });
});
