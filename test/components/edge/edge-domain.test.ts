import { deepEqual, equal, match } from "node:assert/strict";
import { EdgeDomain } from "../../../components/edge/edge-domain.ts";
import type { Retention } from "../../../components/retention.ts";
import { declared, keeping, kept, named, released, shortNames } from "../../support/declared.ts";

const domain = (region: string, retention: Retention = "kept") =>
  declared(() => {
    new EdgeDomain("domain", { domain: "us-1.app.example", region, retention });
  });

describe("EdgeDomain", () => {
  it("R-INF-5 has a zone, a wildcard certificate in us-east-1, and the record that proves it", async () => {
    const resources = await domain("us-east-1");
    deepEqual(shortNames(resources), [
      "Zone domain",
      "Certificate domain-certificate",
      "CertificateValidation domain-certificate-issued",
      "Record domain-proof",
    ]);
    const { inputs } = named(resources, "domain-certificate");
    deepEqual(
      [inputs["region"], inputs["domainName"], inputs["validationMethod"], inputs["subjectAlternativeNames"]],
      ["us-east-1", "*.us-1.app.example", "DNS", undefined],
    );
    const { name, type, records } = named(resources, "domain-proof").inputs;
    match(String(name), /^_[0-9a-f]{32}\.us-1\.app\.example\.$/);
    match(String(records), /acm-validations\.aws\.$/);
    equal(type, "CNAME");
  });

  it("R-INF-5 has a second certificate in the Region of the load balancer, proved by the same record", async () => {
    const resources = await domain("eu-central-1");
    deepEqual(
      resources.filter(({ type }) => type.endsWith(":Certificate")).map(({ inputs }) => inputs["region"]),
      ["us-east-1", "eu-central-1"],
    );
    equal(resources.filter(({ type }) => type.endsWith(":Record")).length, 1);
  });

  it("keeps the zone, which the domain above delegates to, until it is released", async () => {
    deepEqual(keeping(named(await domain("us-east-1"), "domain", "Zone")), kept);
    deepEqual(keeping(named(await domain("us-east-1", "released"), "domain", "Zone")), released);
  });
});
