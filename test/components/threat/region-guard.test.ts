import { deepEqual } from "node:assert/strict";
import { PrivateBucket } from "../../../components/storage/private-bucket.ts";
import { RegionGuard } from "../../../components/threat/region-guard.ts";
import { planControlPlane } from "../../../model/plan/plan-control-plane.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";
import { cellNamed, fleet } from "../../support/tenant-sources.ts";

const plan = planControlPlane(fleet, [cellNamed("us-1")]);
const guard = async (standards: readonly string[] = plan.standards) => {
  const all = await declared(() => {
    const place = { retention: "kept", versioning: true, partition: "aws" } as const;
    const records = new PrivateBucket("records", { bucketName: plan.recordsBucketName, ...place });
    new RegionGuard("west", {
      ...plan,
      standards,
      region: "us-west-2",
      busArn: arnOf("events"),
      records,
      recorderRoleArn: "arn:aws:iam::111122223333:role/recorder",
      forwarderRoleArn: "arn:aws:iam::111122223333:role/forwarder",
    });
  });
  return all.filter(({ name }) => name.startsWith("west"));
};

describe("RegionGuard", () => {
  it("R-SEC-5 turns every kind of detection on in its own Region, whichever the provider works in", async () => {
    const all = await guard();
    deepEqual(shortNames(all), [
      "Analyzer west-analyzer",
      "Detector west-detector",
      "DetectorFeature west-detector-ebs-malware-protection",
      "DetectorFeature west-detector-eks-audit-logs",
      "DetectorFeature west-detector-rds-login-events",
      "DetectorFeature west-detector-s3-data-events",
      "EventRule west-findings",
      "EventTarget west-findings-target",
      "Account west-hub",
      "StandardsSubscription west-hub-aws-foundational-security-best-practices",
      "StandardsSubscription west-hub-cis-aws-foundations-benchmark",
      "Enabler west-inspector",
      "Recorder west-recorder",
      "DeliveryChannel west-recorder-channel",
      "RecorderStatus west-recorder-status",
      "EncryptionByDefault west-volumes",
    ]);
    deepEqual([...new Set(all.map(({ inputs }) => inputs["region"]))], ["us-west-2"]);
    const on = ["west-detector", "west-recorder-status", "west-volumes"].map((name) => named(all, name).inputs);
    deepEqual(
      on.map((inputs) => inputs["enable"] ?? inputs["isEnabled"] ?? inputs["enabled"]),
      [true, true, true],
    );
  });

  it("R-SEC-5 judges by the standards that are named, and by none that AWS would add", async () => {
    const [first = ""] = plan.standards;
    const all = await guard([first]);
    deepEqual(named(all, "west-hub").inputs["enableDefaultStandards"], false);
    deepEqual(
      all.filter(({ type }) => type.endsWith(":StandardsSubscription")).map(({ inputs }) => inputs["standardsArn"]),
      ["arn:aws:securityhub:us-west-2::standards/aws-foundational-security-best-practices/v/1.0.0"],
    );
  });

  it("R-SEC-5 hands findings to the control plane's bus, and Config's records to its bucket", async () => {
    const all = await guard();
    const { arn, roleArn } = named(all, "west-findings-target").inputs;
    deepEqual([arn, roleArn], [arnOf("events"), "arn:aws:iam::111122223333:role/forwarder"]);
    deepEqual(JSON.parse(String(named(all, "west-findings").inputs["eventPattern"])), {
      source: ["aws.access-analyzer", "aws.guardduty", "aws.inspector2", "aws.securityhub"],
    });
    deepEqual(named(all, "west-recorder-channel").inputs["s3BucketName"], plan.recordsBucketName);
    const { roleArn: recorder, recordingGroup } = named(all, "west-recorder").inputs;
    deepEqual([recorder, recordingGroup], ["arn:aws:iam::111122223333:role/recorder", { allSupported: true }]);
  });
});
