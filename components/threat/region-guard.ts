import { Analyzer } from "@pulumi/aws/accessanalyzer/analyzer.js";
import { DeliveryChannel } from "@pulumi/aws/cfg/deliveryChannel.js";
import { Recorder } from "@pulumi/aws/cfg/recorder.js";
import { RecorderStatus } from "@pulumi/aws/cfg/recorderStatus.js";
import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { EncryptionByDefault } from "@pulumi/aws/ebs/encryptionByDefault.js";
import { Detector } from "@pulumi/aws/guardduty/detector.js";
import { DetectorFeature } from "@pulumi/aws/guardduty/detectorFeature.js";
import { Enabler } from "@pulumi/aws/inspector2/enabler.js";
import { Account } from "@pulumi/aws/securityhub/account.js";
import { StandardsSubscription } from "@pulumi/aws/securityhub/standardsSubscription.js";
import * as pulumi from "@pulumi/pulumi";
import type { AccountPlace } from "../../model/plan/control-plane-plan.ts";
import type { PrivateBucket } from "../storage/private-bucket.ts";
import { findingSources } from "./finding-sources.ts";

export interface RegionGuardArgs {
  readonly place: AccountPlace;
  readonly region: string;
  /** Security Hub's standards, e.g. `aws-foundational-security-best-practices/v/1.0.0`. */
  readonly standards: readonly string[];
  readonly analyzerName: string;
  readonly findingsRuleName: string;
  /** Bus on which findings of all accounts come together. */
  readonly busArn: pulumi.Input<string>;
  /** Where Config delivers. */
  readonly records: PrivateBucket;
  readonly recorderRoleArn: pulumi.Input<string>;
  readonly forwarderRoleArn: pulumi.Input<string>;
}

/** What GuardDuty looks at beside flow logs, DNS and management events. */
const features = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "RDS_LOGIN_EVENTS", "EBS_MALWARE_PROTECTION"];

/**
 * Detection in one Region of an account, of which AWS knows one each: GuardDuty, Security Hub on Config's records,
 * Access Analyzer, Inspector, and encryption of every new volume.
 *
 * Costs by what is analysed and recorded: nothing where nothing happens.
 */
export class RegionGuard extends pulumi.ComponentResource {
  readonly detectorId: pulumi.Output<string>;

  constructor(name: string, args: RegionGuardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:RegionGuard", name, {}, opts);
    const { region, analyzerName, place } = args;
    const parent = { parent: this };

    this.detectorId = detect(name, region, parent);
    const recording = recordConfiguration(name, args, parent);
    judge(name, args, { ...parent, dependsOn: recording });
    new Analyzer(`${name}-analyzer`, { region, analyzerName, type: "ACCOUNT" }, parent);
    new Enabler(`${name}-inspector`, { region, accountIds: [place.accountId], resourceTypes: ["EC2", "ECR"] }, parent);
    new EncryptionByDefault(`${name}-volumes`, { region, enabled: true }, parent);
    forward(name, args, parent);
    this.registerOutputs({ detectorId: this.detectorId });
  }
}

function detect(name: string, region: string, opts: pulumi.CustomResourceOptions): pulumi.Output<string> {
  const detector = new Detector(
    `${name}-detector`,
    { region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" },
    opts,
  );
  for (const feature of features) {
    new DetectorFeature(
      `${name}-detector-${feature.toLowerCase().replaceAll("_", "-")}`,
      { region, detectorId: detector.id, name: feature, status: "ENABLED" },
      opts,
    );
  }
  return detector.id;
}

/** Without it Security Hub's standards judge next to nothing. */
function recordConfiguration(
  name: string,
  { region, recorderRoleArn, records }: RegionGuardArgs,
  opts: pulumi.CustomResourceOptions,
): RecorderStatus {
  const recorder = new Recorder(
    `${name}-recorder`,
    { region, name: "default", roleArn: recorderRoleArn, recordingGroup: { allSupported: true } },
    opts,
  );
  const channel = new DeliveryChannel(
    `${name}-recorder-channel`,
    { region, name: "default", s3BucketName: records.bucketName },
    { ...opts, dependsOn: [recorder, records] },
  );
  return new RecorderStatus(
    `${name}-recorder-status`,
    { region, name: recorder.name, isEnabled: true },
    { ...opts, dependsOn: channel },
  );
}

function judge(name: string, { region, place, standards }: RegionGuardArgs, opts: pulumi.CustomResourceOptions): void {
  const hub = new Account(`${name}-hub`, { region, enableDefaultStandards: false, autoEnableControls: true }, opts);
  for (const standard of standards) {
    new StandardsSubscription(
      `${name}-hub-${standard.split("/")[0]}`,
      { region, standardsArn: `arn:${place.partition}:securityhub:${region}::standards/${standard}` },
      { ...opts, dependsOn: hub },
    );
  }
}

/** Findings go to the control plane's bus as they are. */
function forward(name: string, args: RegionGuardArgs, opts: pulumi.CustomResourceOptions): void {
  const { region, findingsRuleName, busArn, forwarderRoleArn } = args;
  const rule = new EventRule(
    `${name}-findings`,
    {
      region,
      name: findingsRuleName,
      description: "Findings, for the control plane",
      eventPattern: JSON.stringify({ source: findingSources }),
    },
    opts,
  );
  new EventTarget(
    `${name}-findings-target`,
    { region, rule: rule.name, targetId: "control-plane", arn: busArn, roleArn: forwarderRoleArn },
    opts,
  );
}
