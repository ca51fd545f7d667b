import { deepEqual, throws } from "node:assert/strict";
import { ControlPlane } from "../../components/control-plane.ts";
import type { Retention } from "../../components/retention.ts";
import type { ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import { planControlPlane } from "../../model/plan/plan-control-plane.ts";
import { awsProvider } from "../../stacks/providers.ts";
import { declared, keeping, kept, named, released, shortNames, statement } from "../support/declared.ts";
import { cellPlan } from "../support/plans.ts";
import { cellNamed, fleet } from "../support/tenant-sources.ts";

const plan = planControlPlane(fleet, [cellNamed("us-1"), cellNamed("umbra-1")]);
const controlPlane = (retention: Retention = "kept", of: ControlPlanePlan = plan) =>
  declared(() => {
    const providers = new Map([["444455556666", awsProvider(cellPlan("umbra-1").cell, "other")]]);
    new ControlPlane("control", { plan: of, retention, providers });
  });

describe("ControlPlane", () => {
  it("R-INF-2 R-SEC-7 has two keys, locked evidence with its trail, records, and a bus for findings", async () => {
    const own = (await controlPlane()).filter(({ name }) => !/^control-(guard|costs)-/.test(name));
    deepEqual(shortNames(own), [
      "EventBus control-bus",
      "EventBusPolicy control-bus-policy",
      "BucketLifecycleConfiguration control-evidence-bucket-lifecycle",
      "BucketObjectLockConfiguration control-evidence-bucket-lock",
      "Bucket control-evidence-bucket-objects",
      "BucketServerSideEncryptionConfiguration control-evidence-bucket-objects-encryption",
      "BucketOwnershipControls control-evidence-bucket-objects-ownership",
      "BucketPolicy control-evidence-bucket-objects-policy",
      "BucketPublicAccessBlock control-evidence-bucket-objects-public-access",
      "BucketVersioning control-evidence-bucket-objects-versioning",
      "Trail control-evidence-trail",
      "Key control-key",
      "Alias control-key-alias",
      "Bucket control-records",
      "BucketServerSideEncryptionConfiguration control-records-encryption",
      "BucketLifecycleConfiguration control-records-lifecycle",
      "BucketOwnershipControls control-records-ownership",
      "BucketPolicy control-records-policy",
      "BucketPublicAccessBlock control-records-public-access",
      "BucketVersioning control-records-versioning",
      "Key control-signing-key",
      "Alias control-signing-key-alias",
    ]);
    const { customerMasterKeySpec, keyUsage } = named(own, "control-signing-key").inputs;
    deepEqual([customerMasterKeySpec, keyUsage], ["ML_DSA_65", "SIGN_VERIFY"]);
    const locked = { defaultRetention: { mode: "GOVERNANCE", days: 2555 } };
    deepEqual(named(own, "control-evidence-bucket-lock").inputs["rule"], locked);
  });

  it("R-SEC-5 guards each account and Region that the fleet uses, and takes findings from its guards alone", async () => {
    const all = await controlPlane();
    const detectors = all.filter(({ type }) => type.endsWith(":Detector")).map(({ name }) => name);
    deepEqual(detectors, [
      "control-guard-111122223333-us-east-1-detector",
      "control-guard-111122223333-us-west-2-detector",
      "control-guard-444455556666-us-east-1-detector",
      "control-guard-444455556666-us-west-2-detector",
    ]);
    const { Principal, Action, Condition } = statement(named(all, "control-bus-policy"), "Account444455556666");
    deepEqual([Principal, Action], [{ AWS: "arn:aws:iam::444455556666:root" }, "events:PutEvents"]);
    const forwarder = `arn:aws:iam::444455556666:role/${plan.guarded[1]?.forwarderRoleName ?? ""}`;
    deepEqual(Condition, { ArnEquals: { "aws:PrincipalArn": forwarder } });
    throws(() => statement(named(all, "control-bus-policy"), "Account999999999999"), /no statement/);
  });

  it("R-SEC-5 works in another account through that account's provider, and through no other", async () => {
    const all = await controlPlane();
    const through = (provider: RegExp) => all.filter((resource) => provider.test(resource.options.provider ?? ""));
    const ofOther = all.filter(({ name }) => name.startsWith("control-guard-444455556666-"));
    deepEqual(shortNames(through(/::other$/)), shortNames(ofOther));
  });

  it("R-INF-2 R-SEC-7 keeps keys, evidence and records when it is destroyed, until they are let go", async () => {
    const holding = ["control-key", "control-signing-key", "control-evidence-bucket-objects", "control-records"];
    for (const [retention, expected] of [["kept", kept] as const, ["released", released] as const]) {
      const all = await controlPlane(retention);
      deepEqual(
        holding.map((name) => keeping(named(all, name))),
        holding.map(() => expected),
      );
    }
  });

  it("R-BIL-3 splits the bill by tenant where the fleet says that the bill is its own, and only there", async () => {
    const costs = (all: Awaited<ReturnType<typeof controlPlane>>) =>
      shortNames(all).filter((name) => name.startsWith("CostCategory"));
    deepEqual(costs(await controlPlane()), ["CostCategory control-costs-tenants", "CostCategory control-costs-tiers"]);
    const { costs: _elsewhere, ...others } = plan;
    const without = await controlPlane("kept", others);
    deepEqual(costs(without), []);
  });
});
