import { deepEqual, equal, ok } from "node:assert/strict";
import { compareStacks } from "../../../fleet/diff/compare-stacks.ts";
import { compareWithRecord } from "../../../fleet/state/compare-with-record.ts";
import type { RecordedResource } from "../../../fleet/state/recorded-stack.ts";
import { SecretValue } from "../../../fleet/synth/index.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";

const urn = (type: string, name: string): string => `urn:pulumi:acme::tenantry::${type}::${name}`;
const key = "aws:kms/key:Key";
const alias = "aws:kms/alias:Alias";
const user = "aws:iam/user:User";
const keyUrn = urn(key, "acme-key");

const declared = (type: string, name: string, inputs: object, options: object = {}): SynthesisedResource => ({
  urn: urn(type, name),
  type,
  name,
  inputs: { ...inputs },
  options,
});
const stack = (resources: readonly SynthesisedResource[]): SynthesisedStack => ({
  stack: "acme",
  resources,
  outputs: {},
  predicted: resources
    .filter(({ type }) => type === key)
    .map((each) => ({ urn: each.urn, property: "keyId", value: "11111111-predicted-by-name" })),
});
const onKey = { dependencies: [keyUrn], propertyDependencies: { targetKeyId: [keyUrn] } };
const head = stack([
  declared(key, "acme-key", { description: "of acme" }),
  declared(alias, "acme-alias", { name: "alias/acme", targetKeyId: "11111111-predicted-by-name" }, onKey),
]);
const made = "mrk-9999";
const record: readonly RecordedResource[] = [
  { urn: urn("pulumi:providers:aws", "default_7_48_0"), type: "pulumi:providers:aws", custom: true, inputs: {} },
  {
    urn: keyUrn,
    type: key,
    custom: true,
    id: made,
    inputs: {
      description: "of acme",
      bypassPolicyLockoutSafetyCheck: false,
      __defaults: ["bypassPolicyLockoutSafetyCheck"],
    },
    outputs: { keyId: made },
    provider: `${urn("pulumi:providers:aws", "default_7_48_0")}::4f7`,
  },
  {
    urn: urn(alias, "acme-alias"),
    type: alias,
    custom: true,
    inputs: { name: "alias/acme", targetKeyId: made, __defaults: [] },
    outputs: {},
    ...onKey,
  },
];

/** What the head does to the record, with the property changes. */
function operations(resources: readonly RecordedResource[], edited: SynthesisedStack) {
  const sides = compareWithRecord({ stack: "acme", writtenAt: "", resources }, edited);
  const found = compareStacks(sides.base, sides.head).operations;
  return { sides, found: found.map(({ op, name, properties }) => [op, name, properties.map(({ path }) => path)]) };
}

describe("a stack's record beside what its files declare (R-USE-2)", () => {
  it("shows no operation where the cloud's values, defaults of providers and the engine's own provider are all that differ", () => {
    deepEqual(operations(record, head).found, []);
  });

  it("shows an edit, a new resource and one that is gone", () => {
    const edited = stack([
      declared(key, "acme-key", { description: "of ACME" }),
      declared(user, "acme-user", { name: "acme" }),
    ]);
    deepEqual(operations(record, edited).found, [
      ["update", "acme-key", ["description"]],
      ["create", "acme-user", []],
      ["delete", "acme-alias", []],
    ]);
  });

  it("takes a default for changed once the program names another value", () => {
    const edited = stack([
      declared(key, "acme-key", { description: "of acme", bypassPolicyLockoutSafetyCheck: true }),
      ...head.resources.slice(1),
    ]);
    deepEqual(operations(record, edited).found, [["update", "acme-key", ["bypassPolicyLockoutSafetyCheck"]]]);
  });

  it("finds a renamed resource by its alias, and its values with it", () => {
    const renamed = declared(key, "acme-master", { description: "of acme" }, { aliases: [{ name: "acme-key" }] });
    const hangs = { dependencies: [renamed.urn], propertyDependencies: { targetKeyId: [renamed.urn] } };
    const edited = stack([
      renamed,
      declared(alias, "acme-alias", { name: "alias/acme", targetKeyId: "11111111-predicted-by-name" }, hangs),
    ]);
    deepEqual(operations(record, edited).found, []);
  });

  it("takes the outputs of what is replaced for new ones, so that what hangs on them changes too", () => {
    const edited = stack([
      declared(key, "acme-key", { description: "of acme", keyUsage: "SIGN_VERIFY" }),
      ...head.resources.slice(1),
    ]);
    deepEqual(operations(record, edited).found, [
      ["replace", "acme-key", ["keyUsage"]],
      ["update", "acme-alias", ["targetKeyId"]],
    ]);
  });

  it("does so too for outputs of which nothing is known offline", () => {
    const mark = "[unpredicted: serial of aws:kms/key:Key acme-key]";
    const hangs = { dependencies: [keyUrn], propertyDependencies: { path: [keyUrn] } };
    const edited = (inputs: object): SynthesisedStack => ({
      ...stack([
        declared(key, "acme-key", { description: "of acme", ...inputs }),
        ...head.resources.slice(1),
        declared(user, "acme-user", { name: "acme", path: mark }, hangs),
      ]),
      predicted: [...head.predicted, { urn: keyUrn, property: "serial", value: mark }],
    });
    const serial = "/0815/";
    const recorded = [
      ...record.map((each) => (each.urn === keyUrn ? { ...each, outputs: { keyId: made, serial } } : each)),
      { urn: urn(user, "acme-user"), type: user, custom: true, inputs: { name: "acme", path: serial }, ...hangs },
    ];
    deepEqual(operations(recorded, edited({})).found, []);
    deepEqual(operations(recorded, edited({ keyUsage: "SIGN_VERIFY" })).found, [
      ["replace", "acme-key", ["keyUsage"]],
      ["update", "acme-alias", ["targetKeyId"]],
      ["update", "acme-user", ["path"]],
    ]);
  });

  const cipher = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
  const withSecret = (value: object): readonly RecordedResource[] => [
    { urn: urn(user, "acme-user"), type: user, custom: true, inputs: { name: "acme", path: value }, outputs: {} },
  ];
  const secretHead = (path: unknown): SynthesisedStack => stack([declared(user, "acme-user", { name: "acme", path })]);

  it("does not compare an encrypted secret with a secret, and says which resource that is of", () => {
    const { found, sides } = operations(withSecret(cipher), secretHead(new SecretValue("hunter2")));
    deepEqual(found, []);
    deepEqual(sides.uncompared, [urn(user, "acme-user")]);
  });

  it("sees that a secret becomes plain, and never shows it", () => {
    const { found, sides } = operations(withSecret(cipher), secretHead("/plain/"));
    equal(found.length, 1);
    deepEqual(sides.uncompared, []);
    const opened = withSecret({ ...cipher, plaintext: '"hunter2"' });
    const changed = operations(opened, secretHead(new SecretValue("other")));
    equal(changed.found.length, 1);
    ok(!JSON.stringify(changed.sides).includes("hunter2"));
    deepEqual(operations(opened, secretHead(new SecretValue("hunter2"))).found, []);
  });
});
