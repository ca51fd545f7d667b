import { deepEqual, equal, ok } from "node:assert/strict";
import { kubernetesObjects } from "../../fleet/formats/kubernetes-objects.ts";
import { terraformPlan } from "../../fleet/formats/terraform-plan.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import { readExceptions } from "../../policies/index.ts";
import { judgeFindings, judgementLines } from "../../policies/judge-findings.ts";
import { type CheckovRun, checkovRules } from "../../scripts/scanners/run-checkov.ts";
import { scanStacks } from "../../scripts/scanners/scan-stacks.ts";
import { everyStack } from "../support/every-stack.ts";

type Inputs = Readonly<Record<string, unknown>>;

/** Takes one safe property away from the first resource of a type; the rule that must then be broken. */
interface Mutation {
  readonly stack: string;
  readonly type: string;
  readonly rule: string;
  /** Undefined: the resource itself is gone. */
  readonly weaken?: (inputs: Inputs) => Inputs;
  /** Type of the resource that the rule then speaks of; default: the Terraform type of the mutated one. */
  readonly blames: string;
}

const without =
  (...names: readonly string[]) =>
  (inputs: Inputs): Inputs =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
const having =
  (changes: Inputs) =>
  (inputs: Inputs): Inputs => ({ ...inputs, ...changes });
/** Changes the first container of a Deployment. */
const container =
  (changes: Inputs) =>
  (inputs: Inputs): Inputs => {
    const copy = structuredClone(inputs) as { spec: { template: { spec: { containers: Inputs[] } } } };
    const { containers } = copy.spec.template.spec;
    containers[0] = { ...containers[0], ...changes };
    return { ...copy };
  };

const s3 = "aws:s3/";
const mutations: readonly Mutation[] = [
  {
    stack: "blue-kite",
    type: `${s3}bucketPublicAccessBlock:BucketPublicAccessBlock`,
    rule: "CKV2_AWS_6",
    blames: "aws_s3_bucket",
  },
  {
    stack: "blue-kite",
    type: `${s3}bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration`,
    rule: "CKV_AWS_145",
    blames: "aws_s3_bucket",
  },
  { stack: "blue-kite", type: `${s3}bucketVersioning:BucketVersioning`, rule: "CKV_AWS_21", blames: "aws_s3_bucket" },
  { stack: "blue-kite", type: `${s3}bucketLogging:BucketLogging`, rule: "CKV_AWS_18", blames: "aws_s3_bucket" },
  {
    stack: "blue-kite",
    type: "aws:cloudwatch/logGroup:LogGroup",
    weaken: without("kmsKeyId"),
    rule: "CKV_AWS_158",
    blames: "aws_cloudwatch_log_group",
  },
  {
    stack: "blue-kite",
    type: "kubernetes:apps/v1:Deployment",
    weaken: container({ securityContext: { privileged: true } }),
    rule: "CKV_K8S_16",
    blames: "Deployment",
  },
  {
    stack: "acme-corp",
    type: "aws:kms/key:Key",
    weaken: having({ enableKeyRotation: false }),
    rule: "CKV_AWS_7",
    blames: "aws_kms_key",
  },
  {
    stack: "acme-corp",
    type: "aws:secretsmanager/secret:Secret",
    weaken: without("kmsKeyId"),
    rule: "CKV_AWS_149",
    blames: "aws_secretsmanager_secret",
  },
  {
    stack: "northwind-freight",
    type: "aws:rds/instance:Instance",
    weaken: having({ storageEncrypted: false }),
    rule: "CKV_AWS_16",
    blames: "aws_db_instance",
  },
  {
    stack: "northwind-freight",
    type: "aws:rds/instance:Instance",
    weaken: having({ publiclyAccessible: true }),
    rule: "CKV_AWS_17",
    blames: "aws_db_instance",
  },
  {
    stack: "northwind-freight",
    type: "aws:rds/instance:Instance",
    weaken: having({ deletionProtection: false }),
    rule: "CKV_AWS_293",
    blames: "aws_db_instance",
  },
  {
    stack: "cell-us-1",
    type: "aws:eks/cluster:Cluster",
    weaken: without("encryptionConfig"),
    rule: "CKV_AWS_58",
    blames: "aws_eks_cluster",
  },
  { stack: "cell-us-1", type: "aws:ec2/flowLog:FlowLog", rule: "CKV2_AWS_11", blames: "aws_vpc" },
];

/** The stack with every mutation of it applied, under a name of its own. */
function weakened(stack: SynthesisedStack): SynthesisedStack {
  let { resources } = stack;
  for (const { type, weaken } of mutations.filter((mutation) => mutation.stack === stack.stack)) {
    const index = resources.findIndex((resource) => resource.type === type);
    const found = resources[index];
    ok(found, `${stack.stack} declares no ${type}`);
    const replacement: readonly SynthesisedResource[] = weaken ? [{ ...found, inputs: weaken(found.inputs) }] : [];
    resources = [...resources.slice(0, index), ...replacement, ...resources.slice(index + 1)];
  }
  return { ...stack, stack: `weakened-${stack.stack}`, resources };
}

describe("what the sample fleet declares, scanned by Checkov", () => {
  let stacks: readonly SynthesisedStack[];
  let run: CheckovRun;
  let rules: ReadonlySet<string>;

  before(async function () {
    // The first run on a machine installs Checkov.
    this.timeout(900_000);
    stacks = await everyStack();
    const mutants = stacks.filter(({ stack }) => mutations.some((mutation) => mutation.stack === stack)).map(weakened);
    [run, rules] = await Promise.all([scanStacks([...stacks, ...mutants]), checkovRules()]);
  });

  const ofFleet = () => run.findings.filter(({ stack }) => !stack.startsWith("weakened-"));

  it("has no finding that policies/exceptions.yaml does not excuse, and no exception that excuses nothing", () => {
    const today = new Date().toISOString().slice(0, 10);
    deepEqual(judgementLines(judgeFindings(ofFleet(), readExceptions(process.cwd()), { rules, today })), []);
  });

  it("is really read: every file, and resources of each stack in each form", () => {
    deepEqual(run.unread, []);
    ok(run.passedCount > 500, String(run.passedCount));
    for (const stack of stacks) {
      const scanned = (ending: string) => [...run.scanned].some((name) => name.startsWith(`${stack.stack}.${ending}/`));
      equal(scanned("json"), terraformPlan(stack).writtenCount > 0, stack.stack);
      equal(scanned("yaml"), kubernetesObjects(stack).writtenCount > 0, stack.stack);
    }
  });

  for (const { stack, type, rule, blames, weaken } of mutations) {
    it(`goes red with ${rule} where ${type} of ${stack} is ${weaken ? "weakened" : "taken away"}`, () => {
      const found = (of: string) =>
        run.findings
          .filter((finding) => finding.rule === rule && finding.stack === of)
          .map(({ resource }) => resource)
          .filter((resource) => resource.startsWith(`${blames}.`));
      ok(
        found(`weakened-${stack}`).length > found(stack).length,
        `${rule} found ${found(stack).length} before as well`,
      );
    });
  }
});
