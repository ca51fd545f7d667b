import { deepEqual, equal, match, ok } from "node:assert/strict";
import { terraformPlan } from "../../../fleet/formats/terraform-plan.ts";
import { isGrouping, withoutEquivalentLines } from "../../../fleet/formats/written-stack.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { everyStack } from "../../support/every-stack.ts";
import { type PlanDocument, planOf, stackOf, urn } from "../../support/terraform-plan.ts";

const key = { type: "aws:kms/key:Key", name: "key", inputs: { enableKeyRotation: true } };
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
const predicted = [
  { urn: urn("key"), property: "id", value: "1" },
  { urn: urn("key"), property: "arn", value: keyArn },
];
const encryption = {
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  name: "encryption",
  inputs: {
    bucket: "data",
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn } }],
  },
  options: { propertyDependencies: { rules: [urn("key")] }, dependencies: [urn("key")] },
};

const sections = (plan: PlanDocument) => [
  plan.planned_values.root_module.resources,
  plan.resource_changes,
  plan.configuration.root_module.resources,
];

/** Whether a value, or a part of it, is null. */
const holdsNull = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.values(value).some(holdsNull));

describe("a stack as a Terraform plan", () => {
  let stacks: readonly SynthesisedStack[];
  before(async () => {
    stacks = await everyStack();
  });

  it("is complete: every resource declared is written or listed, and every AWS one is written", () => {
    for (const stack of stacks) {
      const { writtenCount, withoutEquivalent } = terraformPlan(stack);
      const declared = stack.resources.filter((resource) => !isGrouping(resource));
      const ofAws = declared.filter(({ type }) => type.startsWith("aws:"));
      equal(writtenCount + withoutEquivalent.length, declared.length, stack.stack);
      equal(writtenCount, ofAws.length, stack.stack);
      deepEqual(
        withoutEquivalent,
        declared.filter(({ type }) => !type.startsWith("aws:")),
      );
      for (const section of sections(planOf(stack))) equal(section.length, writtenCount, stack.stack);
    }
  });

  it("has the same addresses in each section, each once, and only names that Terraform takes", () => {
    for (const stack of stacks) {
      const [planned = [], changes = [], configured = []] = sections(planOf(stack)).map((section) =>
        section.map(({ address }) => address),
      );
      deepEqual(changes, planned);
      deepEqual(configured, planned);
      equal(new Set(planned).size, planned.length);
      for (const address of planned) match(address, /^aws_[a-z0-9_]+\.[A-Za-z_][A-Za-z0-9_-]*$/);
    }
  });

  it("leaves nothing null, and says of each unknown value what it refers to, among the plan's own addresses", () => {
    for (const stack of stacks) {
      const plan = planOf(stack);
      const known = new Set(plan.resource_changes.map(({ address }) => address));
      for (const [index, { change, address }] of plan.resource_changes.entries()) {
        deepEqual(plan.planned_values.root_module.resources[index]?.values, change.after, address);
        equal(holdsNull(change.after), false, address);
      }
      const text = JSON.stringify(plan.configuration.root_module.resources);
      const references = [...text.matchAll(/"references":\["([^"]+)","([^"]+)"/g)];
      for (const [, attribute = "", resource = ""] of references) {
        ok(known.has(resource), resource);
        ok(attribute.startsWith(`${resource}.`), attribute);
      }
      ok(stack.stack.endsWith("-platform") || references.length > 0, stack.stack);
    }
  });

  it("writes policies as text with predicted ARNs, never as unknown", () => {
    let policies = 0;
    for (const { type, change } of stacks.flatMap((stack) => planOf(stack).resource_changes)) {
      for (const name of ["policy", "assume_role_policy"]) {
        if (!(name in change.after)) {
          equal(change.after_unknown[name], undefined, type);
          continue;
        }
        policies += 1;
        ok(Object.hasOwn(JSON.parse(String(change.after[name])) as object, "Statement"), type);
      }
    }
    ok(policies > 10);
  });

  it("ties a companion to its resource: absent, unknown, and a reference inside the nested block", () => {
    const { resource_changes: changes, configuration } = planOf(stackOf([key, encryption], predicted));
    deepEqual(changes[1]?.change.after, {
      bucket: "data",
      rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }],
    });
    deepEqual(changes[1]?.change.after_unknown, {
      rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }] }],
    });
    deepEqual(configuration.root_module.resources[1]?.expressions, {
      bucket: { constant_value: "data" },
      rule: [
        {
          apply_server_side_encryption_by_default: [
            {
              sse_algorithm: { constant_value: "aws:kms" },
              kms_master_key_id: { references: ["aws_kms_key.key.arn", "aws_kms_key.key"] },
            },
          ],
        },
      ],
    });
    deepEqual(changes[0]?.change.after_unknown, { id: true, arn: true });
  });

  it("takes an ARN that is made from another's for a reference, and no longer name that only begins alike", () => {
    const from = (arn: string) => ({
      type: "aws:sns/topicSubscription:TopicSubscription",
      name: "from",
      inputs: { topic: arn },
      options: { propertyDependencies: { topic: [urn("key")] } },
    });
    const topic = (arn: string) =>
      planOf(stackOf([key, from(arn)], predicted)).resource_changes[1]?.change.after["topic_arn"];
    equal(topic(`${keyArn}:*`), undefined);
    equal(topic(`${keyArn}1`), `${keyArn}1`);
  });

  it("takes no value for a reference that the program did not take from there", () => {
    const apart = { ...encryption, options: {} };
    const [, change] = planOf(stackOf([key, apart], predicted)).resource_changes;
    deepEqual(change?.change.after["rule"], [
      { apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: keyArn }] },
    ]);
    deepEqual(change?.change.after_unknown, {});
  });

  it("holds no secret, in no section", () => {
    const secret = {
      type: "aws:secretsmanager/secretVersion:SecretVersion",
      name: "value",
      inputs: { secretId: "s", secretString: new SecretValue("hunter2") },
    };
    const plan = planOf(stackOf([secret]));
    equal(JSON.stringify(plan).includes("hunter2"), false);
    deepEqual(plan.resource_changes[0]?.change.after, { secret_id: "s" });
    deepEqual(plan.resource_changes[0]?.change.after_unknown, { secret_string: true });
  });

  it("numbers what would have the same address, and replaces what a name may not have", () => {
    const addresses = planOf(
      stackOf([
        { ...key, name: "a.b" },
        { ...key, name: "a/b" },
        { ...key, name: "1st" },
      ]),
    ).resource_changes.map(({ address }) => address);
    deepEqual(addresses, ["aws_kms_key.a_b", "aws_kms_key.a_b_2", "aws_kms_key._1st"]);
  });

  it("lists a type that Terraform's provider does not have, by type and name", () => {
    const written = terraformPlan(stackOf([key, { type: "aws:made/up:Up", name: "up" }]));
    deepEqual(withoutEquivalentLines(written), [
      "2 resources: 1 written, 1 without an equivalent in this format",
      "  aws:made/up:Up: up",
    ]);
  });

  it("names versions and providers, without which scanners read nothing", () => {
    const stack = stacks.find(({ stack }) => stack === "acme-corp");
    ok(stack);
    const { format_version, terraform_version, configuration } = planOf(stack);
    deepEqual([format_version, terraform_version], ["1.2", "1.5.0"]);
    deepEqual(configuration.provider_config, {
      aws: {
        name: "aws",
        full_name: "registry.terraform.io/hashicorp/aws",
        expressions: { region: { constant_value: "us-east-1" } },
      },
    });
  });
});
