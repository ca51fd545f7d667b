import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Tenant } from "../../../components/tenant.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { matchesPattern } from "../../support/event-pattern.ts";
import { tenantPlan } from "../../support/plans.ts";

const resourcesOf = async (id: string) => {
  const plan = tenantPlan(id);
  const { resources } = await synthesise(
    () => {
      new Tenant(id, { plan, cell: cellOutputs, retention: "kept" });
      return {};
    },
    { stack: id },
  );
  return resources.filter(({ parent }) => parent?.endsWith(`::${id}-records`));
};
const patternOf = async (id: string, role: string) => {
  const found = (await resourcesOf(id)).find(({ name }) => name === `${id}-records-${role}`);
  ok(found, `${id} has no rule ${role}`);
  return JSON.parse(String(found.inputs["eventPattern"])) as Record<string, unknown>;
};
const bucketOf = (id: string) => tenantPlan(id).bucket.bucketName;
const call = (detail: object) => ({ source: "aws.s3", "detail-type": "AWS API Call via CloudTrail", detail });
const keyOf = async (id: string) => {
  const pattern = JSON.stringify(await patternOf(id, "activity"));
  const [, arn] = /"ARN":\["([^"]+)"\]/.exec(pattern) ?? [];
  ok(arn);
  return arn;
};

describe("TenantRecords", () => {
  it("R-SEC-7 writes a tenant's activity into its own audit log, and no neighbour's", async () => {
    const event = call({ eventName: "GetObject", requestParameters: { bucketName: bucketOf("acme-corp") } });
    equal(matchesPattern(await patternOf("acme-corp", "activity"), event), true);
    equal(matchesPattern(await patternOf("northwind-freight", "activity"), event), false);
  });

  it("R-SEC-7 tells of uses of the tenant's key, reads included, but not of its own writing down", async () => {
    const rule = (await resourcesOf("acme-corp")).find(({ name }) => name === "acme-corp-records-activity");
    equal(rule?.inputs["state"], "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    const pattern = await patternOf("acme-corp", "activity");
    const use = async (userIdentity: object) => call({ userIdentity, resources: [{ ARN: await keyOf("acme-corp") }] });
    equal(matchesPattern(pattern, await use({ type: "AssumedRole" })), true);
    equal(matchesPattern(pattern, await use({ invokedBy: "s3.amazonaws.com" })), true);
    equal(matchesPattern(pattern, await use({ invokedBy: "logs.us-east-1.amazonaws.com" })), false);
  });

  it("R-SEC-5 hands findings to the tenant that they concern: by bucket, namespace and tag", async () => {
    const { namespace } = tenantPlan("acme-corp").compute;
    const findings = [
      { source: "aws.guardduty", detail: { resource: { s3BucketDetails: [{ name: bucketOf("acme-corp") }] } } },
      {
        source: "aws.guardduty",
        detail: { resource: { kubernetesDetails: { kubernetesWorkloadDetails: { namespace } } } },
      },
      {
        source: "aws.securityhub",
        detail: { findings: [{ Resources: [{ Tags: { "kubernetes-namespace": namespace } }] }] },
      },
    ];
    const [own, other] = [await patternOf("acme-corp", "findings"), await patternOf("northwind-freight", "findings")];
    deepEqual(
      findings.map((finding) => [matchesPattern(own, finding), matchesPattern(other, finding)]),
      findings.map(() => [true, false]),
    );
  });

  it("R-SEC-5 listens on the cell's bus and writes into the tenant's own log group, without a role", async () => {
    const resources = await resourcesOf("acme-corp");
    const target = resources.find(({ name }) => name === "acme-corp-records-findings-target");
    equal(target?.inputs["eventBusName"], cellOutputs.securityBusName);
    match(String(target?.inputs["arn"]), /:log-group:\/tenantry-sandbox\/tenant-[a-z0-9]{8}\/security$/);
    equal(target?.inputs["roleArn"], undefined);
  });

  it("R-SEC-7 gives a free tenant one stored search for its own names, and no rule", async () => {
    const [query, ...others] = await resourcesOf("blue-kite");
    deepEqual(others, []);
    equal(query?.type, "aws:cloudwatch/queryDefinition:QueryDefinition");
    deepEqual(query.inputs["logGroupNames"], [cellOutputs.trailLogGroupName, cellOutputs.findingsLogGroupName]);
    match(String(query.inputs["queryString"]), new RegExp(`/${tenantPlan("blue-kite").compute.namespace}\\\\b/`));
  });
});
