import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { inspect } from "node:util";
import { getAmiOutput } from "@pulumi/aws/ec2/getAmi.js";
import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import * as pulumi from "@pulumi/pulumi";
import {
  SecretValue,
  type SynthesisedResource,
  type SynthesisedStack,
  synthesise,
} from "../../../fleet/synth/index.ts";
import { toyStack } from "../../support/toy-stack.ts";

const urn = (types: string, name: string): string => `urn:pulumi:toy::tenantry::${types}::${name}`;
const groupUrn = urn("toy:components:Group", "toy");
const keyUrn = urn("toy:components:Group$aws:kms/key:Key", "toy-key");
const bucketUrn = urn("toy:components:Group$aws:s3/bucket:Bucket", "toy-bucket");
const providerUrn = urn("pulumi:providers:aws", "aws");

describe("synthesise", () => {
  let stack: SynthesisedStack;
  const named = (name: string): SynthesisedResource => {
    const found = stack.resources.find((resource) => resource.name === name);
    ok(found, `no resource ${name}`);
    return found;
  };

  before(async () => {
    stack = await synthesise(toyStack, { stack: "toy" });
  });

  it("registers what the program makes, with the engine's URNs", () => {
    deepEqual(
      new Set(stack.resources.map((resource) => resource.urn)),
      new Set([
        providerUrn,
        urn("pulumi:pulumi:Stack", "tenantry-toy"),
        urn("random:index/randomPassword:RandomPassword", "toy-password"),
        groupUrn,
        urn("toy:components:Group$aws:cloudwatch/logGroup:LogGroup", "toy-log"),
        urn("toy:components:Group$aws:kms/alias:Alias", "toy-alias"),
        keyUrn,
        bucketUrn,
      ]),
    );
  });

  it("lets a child inherit what the engine lets it inherit, and overrule it", () => {
    deepEqual(named("toy-key").options, { protect: true, retainOnDelete: true, provider: providerUrn });
    equal(named("toy-bucket").options.protect, false);
  });

  it("reads every option that the program gives", () => {
    deepEqual(named("toy-log").options, {
      protect: true,
      deletedWith: bucketUrn,
      deleteBeforeReplace: true,
      provider: providerUrn,
      ignoreChanges: ["retentionInDays"],
      aliases: [{ name: "toy-old-log", parent: groupUrn }],
      dependencies: [keyUrn, bucketUrn].sort(),
      propertyDependencies: { kmsKeyId: [keyUrn] },
    });
  });

  it("predicts what the cloud makes in the service's form, in the provider's account and Region", () => {
    const { kmsKeyId } = named("toy-log").inputs;
    match(String(kmsKeyId), /^arn:aws:kms:eu-central-1:111122223333:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    ok(stack.predicted.some((one) => one.urn === keyUrn && one.property === "arn" && one.value === kmsKeyId));
    equal(stack.outputs["bucketArn"], "arn:aws:s3:::toy-data");
  });

  it("gives the same bytes in every run", async () => {
    const again = await synthesise(toyStack, { stack: "toy" });
    equal(JSON.stringify(again), JSON.stringify(stack));
  });

  it("keeps secrets out of every form that is written, and compares them all the same", () => {
    const password = stack.outputs["password"];
    ok(password instanceof SecretValue);
    match(String(password.reveal()), /^[0-9a-f]{12}$/);
    const written = [JSON.stringify(stack), String(password), inspect(stack, { depth: null })];
    for (const text of written) {
      ok(!text.includes(String(password.reveal())));
      ok(!text.includes("acme"));
      ok(text.includes("[secret]"));
    }
  });

  it("runs two programs at once without one seeing the other", async () => {
    const one = (name: string) => async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { id: new Bucket(name, { bucket: name }).id, stack: pulumi.getStack() };
    };
    const runs = await Promise.all(["a", "b"].map((name) => synthesise(one(name), { stack: name })));
    deepEqual(
      runs.map(({ outputs, resources }) => [outputs, resources.length]),
      [
        [{ id: "a", stack: "a" }, 2],
        [{ id: "b", stack: "b" }, 2],
      ],
    );
  });

  it("marks an output that no prediction knows where something reads it, and lists it", async () => {
    const { outputs, predicted } = await synthesise(() => ({ dnsName: new FileSystem("jobs").dnsName }), {
      stack: "toy",
    });
    const mark = "[unpredicted: dnsName of aws:efs/fileSystem:FileSystem jobs]";
    equal(outputs["dnsName"], mark);
    deepEqual(
      predicted.filter(({ value }) => value === mark).map(({ property }) => property),
      ["dnsName"],
    );
  });

  it("answers the functions of its table, and refuses another by saying where to add it", async () => {
    const asked = await synthesise(() => ({ account: getCallerIdentityOutput().accountId }), { stack: "toy" });
    deepEqual(asked.outputs, { account: "123456789012" });
    await rejects(
      synthesise(() => ({ ami: getAmiOutput({ mostRecent: true }).id }), { stack: "toy" }),
      /aws:ec2\/getAmi:getAmi has no offline answer.*fleet\/synth\/invokes\.ts/,
    );
  });
});
