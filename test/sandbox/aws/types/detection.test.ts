import { equal, rejects } from "node:assert/strict";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const trail = "aws:cloudtrail/trail:Trail";
const detector = "aws:guardduty/detector:Detector";
const feature = "aws:guardduty/detectorFeature:DetectorFeature";
const hub = "aws:securityhub/account:Account";
const standard = "aws:securityhub/standardsSubscription:StandardsSubscription";
const rule = "aws:cloudwatch/eventRule:EventRule";
const target = "aws:cloudwatch/eventTarget:EventTarget";
const acl = "aws:wafv2/webAcl:WebAcl";
const key = "aws:kms/key:Key";
const select = (...fields: object[]) => [{ fieldSelectors: fields }];

describe("what the embedded account records and detects", () => {
  let place: AwsSurroundings;
  beforeEach(async () => {
    place = await awsSurroundings();
  });

  it("R-SEC-7 refuses trails that CloudTrail refuses", async () => {
    const good = { name: "good", s3BucketName: place.ids["trailBucket"] };
    await refusesEach(place.client, trail, good, [
      ["name", "a..b", /InvalidTrailNameException/],
      ["cloudWatchLogsRoleArn", place.ids["roleArn"], /given together/],
      ["advancedEventSelectors", select({ field: "readOnly", equals: ["true"] }), /needs eventCategory/],
      [
        "advancedEventSelectors",
        select({ field: "eventCategory", equals: ["Data"] }),
        /resources\.type equals one type/,
      ],
    ]);
    await takesEach(place.client, trail, good, "advancedEventSelectors", [
      select({ field: "eventCategory", equals: ["Management"] }),
    ]);
    const make = (inputs: object) => place.client.create(trail, { ...good, ...inputs });
    await rejects(make({ s3BucketName: place.ids["bucket"] }), /InsufficientS3BucketPolicyException/);
    await rejects(make({ s3BucketName: "none" }), /S3BucketDoesNotExistException/);
    await rejects(make({ kmsKeyId: place.ids["keyArn"] }), /InsufficientEncryptionPolicyException/);
    await rejects(make({ isOrganizationTrail: true }), /OrganizationsNotInUseException/);
    for (const name of ["one", "two", "three", "four", "five"]) await make({ name });
    await rejects(make({ name: "six" }), /MaximumNumberOfTrailsExceededException/);
  });

  it("R-SEC-5 has one detector and one hub a Region, and nothing of them without them", async () => {
    const { client } = place;
    await rejects(
      client.create(feature, { detectorId: "none", name: "S3_DATA_EVENTS", status: "ENABLED" }),
      /BadRequest/,
    );
    const { id } = await client.create(detector, {});
    await rejects(client.create(detector, {}), /a detector already exists for the current account/);
    await client.create(feature, { detectorId: id, name: "S3_DATA_EVENTS", status: "ENABLED" });
    await refusesEach(client, feature, { detectorId: id, name: "S3_DATA_EVENTS", status: "ENABLED" }, [
      ["name", "EVERYTHING", /to be one of \[S3_DATA_EVENTS/],
      ["status", "on", /\[ENABLED DISABLED\]/],
    ]);
    const foundational = "standards/aws-foundational-security-best-practices/v/1.0.0";
    const of = (region: string, name = foundational) => ({ standardsArn: `arn:aws:securityhub:${region}::${name}` });
    await rejects(client.create(standard, of("eu-central-1")), /not subscribed to AWS Security Hub/);
    await client.create(hub, {});
    await rejects(client.create(hub, {}), /ResourceConflictException/);
    await rejects(client.create(standard, of("us-east-1")), /the standard is of us-east-1/);
    await client.create(standard, of("eu-central-1"));
    await refusesEach(client, standard, of("eu-central-1"), [
      ["standardsArn", of("eu-central-1", "standards/house-rules/v/1").standardsArn, /no standard/],
    ]);
  });

  it("R-SEC-5 refuses rules and targets that EventBridge refuses", async () => {
    const { client, ids } = place;
    const pattern = (value: unknown) => JSON.stringify(value);
    const good = { name: "good", eventPattern: pattern({ source: ["aws.guardduty"] }) };
    await refusesEach(client, rule, good, [
      ["eventPattern", "{", /not valid JSON/],
      ["eventPattern", pattern({ source: "aws.s3" }), /must be an object or an array/],
      ["eventPattern", pattern({ source: [] }), /Empty arrays/],
      ["eventPattern", pattern({ source: [{ like: "x" }] }), /Unrecognized match type like/],
      ["eventPattern", pattern({ $or: [{ source: ["x"] }] }), /must be a list of objects/],
      ["scheduleExpression", "every day", /ScheduleExpression is not valid/],
    ]);
    await rejects(client.create(rule, { ...good, eventBusName: "none" }), /Event bus none does not exist/);
    const to = (arn: string | undefined, more: object = {}) => ({ rule: ids["rule"], targetId: "x", arn, ...more });
    equal((await client.check(target, to(ids["topicArn"], { roleArn: ids["roleArn"] })))[0]?.property, "roleArn");
    await rejects(client.create(target, { ...to(ids["topicArn"]), rule: "none" }), /Rule none does not exist/);
    await rejects(client.create(target, to("arn:aws:sns:eu-central-1:111122223333:none")), /does not exist/);
    for (const targetId of ["a", "b", "c", "d", "e"]) await client.create(target, { ...to(ids["topicArn"]), targetId });
    await rejects(client.create(target, to(ids["topicArn"])), /exceeds the maximum number allowed: 5/);
  });

  it("R-SEC-5 refuses web ACLs that WAF refuses", async () => {
    const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "x", sampledRequestsEnabled: false };
    const group = (name: string, priority = 0) => ({
      name: `${name}-${priority}`,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig,
    });
    const common = "AWSManagedRulesCommonRuleSet";
    const good = {
      name: "good",
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig,
      rules: [group(common)],
    };
    const { overrideAction: _none, ...without } = group(common);
    await refusesEach(place.client, acl, good, [
      ["scope", "CLOUDFRONT", /CLOUDFRONT is for us-east-1, not eu-central-1/],
      ["defaultAction", { allow: {}, block: {} }, /exactly one of allow, block/],
      ["rules", [group("AWSManagedRulesEverything")], /no managed rule group/],
      ["rules", [group(common), group("AWSManagedRulesSQLiRuleSet")], /two rules have one priority/],
      ["rules", [without], /has overrideAction, and no action/],
      ["rules", [0, 1, 2, 3, 4, 5, 6, 7].map((priority) => group(common, priority)), /need 5600 capacity units/],
    ]);
  });

  it("R-INF-2 takes ML-DSA keys that sign, and refuses them anything else", async () => {
    const good = { customerMasterKeySpec: "ML_DSA_65", keyUsage: "SIGN_VERIFY" };
    await takesEach(place.client, key, good, "customerMasterKeySpec", ["ML_DSA_44", "ML_DSA_65", "ML_DSA_87"]);
    await refusesEach(place.client, key, good, [
      ["keyUsage", "ENCRYPT_DECRYPT", /a key of ML_DSA_65 is for SIGN_VERIFY/],
      ["enableKeyRotation", true, /a key of ML_DSA_65 cannot be rotated/],
      ["customerMasterKeySpec", "ML_DSA_99", /customerMasterKeySpec to be one of/],
    ]);
  });
});
