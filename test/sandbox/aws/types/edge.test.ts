import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { covers } from "../../../../sandbox/aws/types/acm/certificate.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";
import { proofOf } from "../../../support/edge-surroundings.ts";

const certificate = "aws:acm/certificate:Certificate";
const validation = "aws:acm/certificateValidation:CertificateValidation";
const record = "aws:route53/record:Record";
const balancer = "aws:lb/loadBalancer:LoadBalancer";
const listener = "aws:lb/listener:Listener";

describe("names, certificates and load balancers of the embedded account", () => {
  let client: AwsSurroundings["client"];
  let ids: AwsSurroundings["ids"];
  beforeEach(async () => {
    ({ client, ids } = await awsSurroundings());
  });
  const request = (domainName: string, region = "us-east-1") =>
    client.create(certificate, { region, domainName, validationMethod: "DNS" });

  it("R-INF-5 issues a certificate once the record that proves its domain is there, and not before", async () => {
    const made = await request("*.otherzone.example");
    equal(made.outputs["status"], "PENDING_VALIDATION");
    const asked = { region: "us-east-1", certificateArn: made.id };
    await rejects(
      client.create(validation, asked),
      /timeout; no record _[0-9a-f]{32}\.otherzone\.example in a hosted zone/,
    );
    await client.create(record, { zoneId: ids["otherZone"], ttl: 300, ...proofOf(made.outputs) });
    await client.create(validation, asked);
    equal((await client.read(made))?.outputs["status"], "ISSUED");
  });

  it("proves all certificates of an account for a name and its wildcard by one record, as ACM does", async () => {
    const [one, two] = [await request("*.otherzone.example"), await request("otherzone.example", "eu-central-1")];
    deepEqual(proofOf(one.outputs), proofOf(two.outputs));
  });

  it("lets an asterisk stand for one label, and for no other", () => {
    const names = ["*.us-1.app.example"];
    deepEqual(
      ["a.us-1.app.example", "a.b.us-1.app.example", "us-1.app.example", "*.us-1.app.example"].map((name) =>
        covers(names, name),
      ),
      [true, false, false, true],
    );
  });

  it("keeps a certificate that a distribution answers with, and a zone that has records", async () => {
    const held = { type: certificate, id: ids["certificate"] ?? "", inputs: {}, outputs: { region: "us-east-1" } };
    await rejects(client.delete(held), /ResourceInUseException: Certificate .* is in use by/);
    const zone = { type: "aws:route53/zone:Zone", id: ids["zone"] ?? "", inputs: {}, outputs: {} };
    await rejects(client.delete(zone), /HostedZoneNotEmpty/);
    await client.delete({ ...zone, outputs: { forceDestroy: true } });
  });

  it("refuses records that no zone can hold, and takes those that it can", async () => {
    const good = { zoneId: ids["zone"], name: "a.zone.example", type: "A", ttl: 60, records: ["10.0.0.1"] };
    await refusesEach(client, record, good, [
      ["type", "B", /expected one of A, AAAA/],
      ["ttl", undefined, /records have a ttl/],
      ["records", undefined, /exactly one of records and aliases/],
      ["aliases", [{ name: "d1.cloudfront.net", zoneId: "Z", evaluateTargetHealth: false }], /exactly one/],
    ]);
    await client.create(record, good);
    await rejects(client.create(record, good), /InvalidChangeBatch: .*already exists/);
    await rejects(
      client.create(record, { ...good, type: "CNAME", records: ["b.example"] }),
      /conflicts with another type/,
    );
    await rejects(
      client.create(record, { ...good, zoneId: "Z0NONE" }),
      /NoSuchHostedZone: No hosted zone found with ID: Z0NONE/,
    );
  });

  it("refuses names of load balancers over 32 characters, one zone for two, and the deletion of a protected one", async () => {
    const good = { name: "inside", internal: true, subnets: [ids["subnet"], ids["otherSubnet"]] };
    await takesEach(client, balancer, good, "name", ["a".repeat(32), "a-1"]);
    await refusesEach(client, balancer, good, [
      ["name", "a".repeat(33), /longer than 32/],
      ["name", "-a", /begin or end with a hyphen/],
      ["name", "internal-a", /cannot begin with "internal-"/],
      ["name", "a_b", /only alphanumeric/],
      ["subnets", undefined, /one of subnets and subnetMappings/],
    ]);
    await rejects(client.create(balancer, { ...good, subnets: [ids["subnet"]] }), /two different Availability Zones/);
    const made = await client.create(balancer, { ...good, enableDeletionProtection: true });
    match(String(made.outputs["dnsName"]), /^internal-inside-\d+\.eu-central-1\.elb\.amazonaws\.com$/);
    await rejects(client.delete(made), /OperationNotPermitted: .*deletion protection is enabled/);
    await client.delete(await client.update(made, { ...good, enableDeletionProtection: false }));
  });

  it("R-INF-2 asks a certificate and a known policy of an HTTPS listener, of its own Region", async () => {
    const good = {
      loadBalancerArn: ids["balancer"],
      port: 443,
      protocol: "HTTPS",
      certificateArn: ids["certificate"],
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      defaultActions: [{ type: "forward", targetGroupArn: ids["targets"] }],
    };
    await takesEach(client, listener, good, "sslPolicy", [
      "ELBSecurityPolicy-TLS13-1-2-2021-06",
      "ELBSecurityPolicy-2016-08",
    ]);
    await refusesEach(client, listener, good, [
      ["sslPolicy", "ELBSecurityPolicy-TLS14", /SSLPolicyNotFound/],
      ["certificateArn", undefined, /A certificate must be specified/],
      ["protocol", "HTTP", /cannot be specified for HTTP/],
    ]);
    await rejects(client.create(listener, good), /UnsupportedCertificate: .* does not exist in eu-central-1/);
    const pending = await request("a.zone.example", "eu-central-1");
    await rejects(client.create(listener, { ...good, certificateArn: pending.id }), /is PENDING_VALIDATION/);
  });
});
