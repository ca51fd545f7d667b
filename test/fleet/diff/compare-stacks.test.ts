import { deepEqual, equal } from "node:assert/strict";
import { inspect } from "node:util";
import { compareStacks } from "../../../fleet/diff/compare-stacks.ts";
import type { Operation } from "../../../fleet/diff/stack-difference.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import type { Prediction, SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";

type Part = Partial<Omit<SynthesisedResource, "urn">>;

const urnOf = (type: string, name: string) => `urn:pulumi:a::tenantry::${type}::${name}`;

function resource(type: string, name: string, part: Part = {}): SynthesisedResource {
  return { urn: urnOf(type, name), type, name, inputs: {}, options: {}, ...part };
}

const stackOf = (
  resources: readonly SynthesisedResource[],
  predicted: readonly Prediction[] = [],
): SynthesisedStack => ({
  stack: "a",
  resources,
  outputs: {},
  predicted,
});

const shortly = (operations: readonly Operation[]) =>
  operations.map(({ op, name, properties }) => [
    op,
    name,
    ...properties.map(({ path, forcesReplace }) => (forcesReplace === undefined ? path : `${path} (${forcesReplace})`)),
  ]);

const between = (
  base: readonly SynthesisedResource[],
  head: readonly SynthesisedResource[],
  predicted: readonly Prediction[] = [],
) => compareStacks(stackOf(base, predicted), stackOf(head, predicted)).operations;

const bucket = (name: string, part: Part = {}) => resource("aws:s3/bucket:Bucket", name, part);
const keyType = "aws:kms/key:Key";
const aliasType = "aws:kms/alias:Alias";

describe("the difference of two stacks", () => {
  it("is nothing where nothing changed, and everything where a side is missing", () => {
    const stack = stackOf([resource("tenantry:components:Tenant", "a"), bucket("b", { options: { protect: true } })]);
    deepEqual(compareStacks(stack, stack).operations, []);
    deepEqual(shortly(compareStacks(undefined, stack).operations), [["create", "b"]]);
    const [gone] = compareStacks(stack, undefined).operations;
    deepEqual([gone?.op, gone?.isRefused, gone?.isDataBearing], ["delete", true, true]);
  });

  it("names each place that differs, and who says that it cannot change in place", () => {
    const before = bucket("b", { inputs: { bucket: "one", tags: { "a.b": "x", c: "y" } } });
    const after = bucket("b", { inputs: { bucket: "two", tags: { "a.b": "z", c: "y" } } });
    deepEqual(shortly(between([before], [after])), [["replace", "b", "bucket (outside)", 'tags["a.b"]']]);
  });

  it("shows no change of what was renamed with an alias, nor of what hangs on it", () => {
    const alias = (name: string, keyId: string) =>
      resource(aliasType, "c", {
        inputs: { name: "alias/c", targetKeyId: keyId },
        options: { propertyDependencies: { targetKeyId: [urnOf(keyType, name)] } },
      });
    const predicted = (name: string, value: string): Prediction => ({
      urn: urnOf(keyType, name),
      property: "id",
      value,
    });
    const base = stackOf([resource(keyType, "old"), alias("old", "11111111")], [predicted("old", "11111111")]);
    const renamed = (aliases: SynthesisedResource["options"]["aliases"]) =>
      stackOf(
        [resource(keyType, "new", { options: aliases === undefined ? {} : { aliases } }), alias("new", "22222222")],
        [predicted("new", "22222222")],
      );
    deepEqual(compareStacks(base, renamed([{ name: "old" }])).operations, []);
    deepEqual(shortly(compareStacks(base, renamed(undefined)).operations), [
      ["create", "new"],
      ["update", "c", "targetKeyId"],
      ["delete", "old"],
    ]);
  });

  it("lets children inherit the alias of their parent", () => {
    const component = "tenantry:components:Place";
    const child = (parent: string, type: string) => ({
      ...bucket("p-b"),
      parent,
      urn: `urn:pulumi:a::tenantry::${type}$aws:s3/bucket:Bucket::p-b`,
    });
    const before = [resource(component, "p"), child(urnOf(component, "p"), component)];
    const other = "tenantry:components:OtherPlace";
    const renamedBy = (options: Part["options"]) => [
      resource(other, "p", options === undefined ? {} : { options }),
      child(urnOf(other, "p"), other),
    ];
    deepEqual(between(before, renamedBy({ aliases: [{ type: component }] })), []);
    deepEqual(
      between(before, renamedBy(undefined)).map(({ op }) => op),
      ["create", "delete"],
    );
  });

  it("leaves what is ignored, and replaces for what is watched", () => {
    const inputs = (size: number) => ({ inputs: { scaling: { size }, other: 1 } });
    const type = "aws:sqs/queue:Queue";
    const head = (options: SynthesisedResource["options"]) => [resource(type, "q", { ...inputs(2), options })];
    const base = [resource(type, "q", inputs(1))];
    equal(between(base, head({ ignoreChanges: ["scaling.size"] })).flatMap(({ properties }) => properties).length, 0);
    deepEqual(shortly(between(base, head({ replaceOnChanges: ["scaling"] }))), [
      ["replace", "q", "scaling.size (ours)"],
    ]);
    deepEqual(shortly(between(base, head({}))), [["update", "q", "scaling.size"]]);
  });

  it("takes along what hangs on something that is deleted first, and only that", () => {
    const type = "kubernetes:core/v1:Namespace";
    const inside = (kind: string, name: string, namespace: string, properties: readonly string[]) =>
      resource(kind, name, {
        inputs: { metadata: { name, namespace }, spec: namespace },
        options: { propertyDependencies: Object.fromEntries(properties.map((each) => [each, [urnOf(type, "n")]])) },
      });
    const at = (name: string) => [
      resource(type, "n", { inputs: { metadata: { name } }, options: { deleteBeforeReplace: true } }),
      inside("kubernetes:core/v1:LimitRange", "l", name, ["metadata"]),
      inside("kubernetes:core/v1:Event", "e", "fixed", ["spec"]),
    ];
    const found = between(at("one"), at("two"));
    deepEqual(
      found.map(({ op, name, deletesFirst, replacedWith }) => [op, name, deletesFirst, replacedWith]),
      [
        ["replace", "n", true, undefined],
        ["replace", "l", true, urnOf(type, "n")],
      ],
    );
  });

  it("tells what a replacement makes anew from what stays", () => {
    const version = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
    const head = (content: string) => [
      resource(version, "v", { inputs: { content, applicationId: "p", configurationProfileId: "q" } }),
      resource("aws:appconfig/deployment:Deployment", "d", {
        inputs: { configurationVersion: "1", description: "1" },
        options: { propertyDependencies: { configurationVersion: [urnOf(version, "v")] } },
      }),
    ];
    const predicted: Prediction[] = [{ urn: urnOf(version, "v"), property: "versionNumber", value: 1 }];
    deepEqual(shortly(between(head("one"), head("two"), predicted)), [
      ["replace", "v", "content (outside)"],
      ["replace", "d", "configurationVersion (outside)"],
    ]);
  });

  it("refuses where old and new are protected, and replaces where protection has come off", () => {
    const protectedBy = (bucketName: string, protect: boolean) => [
      bucket("b", { inputs: { bucket: bucketName }, options: { protect } }),
    ];
    equal(between(protectedBy("one", true), protectedBy("two", true))[0]?.isRefused, true);
    equal(between(protectedBy("one", true), protectedBy("two", false))[0]?.isRefused, undefined);
  });

  it("compares secrets by what they hide, and never shows one", () => {
    const type = "aws:secretsmanager/secretVersion:SecretVersion";
    const holding = (value: string) => [resource(type, "s", { inputs: { secretString: new SecretValue(value) } })];
    deepEqual(between(holding("hunter2"), holding("hunter2")), []);
    const found = between(holding("hunter2"), holding("hunter3"));
    deepEqual(shortly(found), [["replace", "s", "secretString (ours)"]]);
    equal(/hunter/.test(JSON.stringify(found) + inspect(found, { depth: null })), false);
  });

  it("lists an option that changed by itself", () => {
    const [found] = between([bucket("b", { options: { protect: true } })], [bucket("b")]);
    deepEqual([found?.op, found?.properties, found?.options], ["update", [], [{ option: "protect", before: true }]]);
  });
});
