import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { propertyChanges } from "../../../fleet/diff/property-changes.ts";
import { replacementRules } from "../../../fleet/diff/replacement-rules.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import type { Account } from "../../../sandbox/aws/account.ts";
import { derivedResource } from "../../../sandbox/aws/derived-types.ts";
import { resourceType } from "../../../sandbox/aws/resource-type.ts";
import { typeDefinitions } from "../../../sandbox/aws/types/index.ts";
import type { Cluster } from "../../../sandbox/kubernetes/cluster.ts";
import { readTypeToken } from "../../../sandbox/kubernetes/object/type-token.ts";
import { objectType } from "../../../sandbox/kubernetes/object-type.ts";
import type { PostgresAccess } from "../../../sandbox/postgresql/connection/access.ts";
import { postgresqlTypes } from "../../../sandbox/postgresql/package.ts";
import { resourceType as sqlResourceType } from "../../../sandbox/postgresql/sql-type.ts";
import { diffInputs } from "../../../sandbox/provider/diff-response.ts";
import type { ResourceType } from "../../../sandbox/provider/provider.ts";
import { randomTypes } from "../../../sandbox/random/package.ts";

type Inputs = Readonly<Record<string, unknown>>;

/** A type of the embedded cloud with what may stand for each of its inputs; `given` are always there. */
interface TriedType {
  readonly type: ResourceType;
  readonly inputs: Readonly<Record<string, fc.Arbitrary<unknown>>>;
  readonly given: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}

const text = fc.string({ maxLength: 6 });
const texts = fc.array(text, { maxLength: 3 });
const map = fc.dictionary(text, text, { noNullPrototype: true });
const anything = fc.oneof(text, fc.integer(), fc.boolean(), texts, map);
const bySchema = { text, number: fc.integer(), boolean: fc.boolean(), list: texts, map, "list or map": texts };

const anythingFor = (names: readonly string[]): TriedType["inputs"] =>
  Object.fromEntries(names.map((name) => [name, anything]));

/** Old and new inputs that share most of what they hold. */
function pairOf({ inputs, given }: TriedType): fc.Arbitrary<readonly [Inputs, Inputs]> {
  const some = () => fc.record({ ...inputs, ...given }, { requiredKeys: Object.keys(given) });
  const names = [...Object.keys(inputs), ...Object.keys(given)];
  return fc.tuple(some(), some(), fc.subarray(names)).map(([olds, others, changed]) => {
    const gone = changed.filter((name) => !(name in others));
    const kept = Object.entries(olds).filter(([name]) => !gone.includes(name));
    const taken = Object.entries(others).filter(([name]) => changed.includes(name));
    return [olds, Object.fromEntries([...kept, ...taken])];
  });
}

async function sameAsProvider(tried: TriedType, provider: Inputs = {}): Promise<void> {
  const { token } = tried.type;
  const sides = (inputs: Inputs): SynthesisedResource => ({ urn: token, type: token, name: "a", inputs, options: {} });
  await fc.assert(
    fc.asyncProperty(pairOf(tried), async ([olds, news]) => {
      const said = await diffInputs(tried.type, olds, news, { urn: "urn:pulumi:a::b::c::d", type: token, name: "a" });
      const changes = propertyChanges({ before: sides(olds), resource: sides(news), inputs: news, provider });
      const forcing = changes.filter(({ forcesReplace }) => forcesReplace !== undefined);
      const deletesFirst = forcing.length > 0 && replacementRules(token, provider).cannotCoexist(olds, news);
      deepEqual(
        [changes.map(({ path }) => path).sort(), forcing.map(({ path }) => path).sort(), deletesFirst],
        [[...said.changed].sort(), [...said.replaces].sort(), said.deleteBeforeReplace ?? false],
        token,
      );
    }),
    { numRuns: 25 },
  );
}

const kinds = [
  ...["core/v1:ConfigMap", "core/v1:Secret", "core/v1:Namespace", "core/v1:Service", "core/v1:ResourceQuota"],
  ...["core/v1:PersistentVolumeClaim", "apps/v1:Deployment", "apps/v1:StatefulSet", "apps/v1:DaemonSet"],
  ...["batch/v1:Job", "policy/v1:PodDisruptionBudget", "storage.k8s.io/v1:StorageClass"],
  ...["rbac.authorization.k8s.io/v1:RoleBinding", "rbac.authorization.k8s.io/v1:ClusterRoleBinding"],
  ...["autoscaling/v2:HorizontalPodAutoscaler", "networking.k8s.io/v1:NetworkPolicy"],
].map((kind) => `kubernetes:${kind}`);

/** A server that lets everything be changed, so that only the provider's own rules speak. */
const lenient = {
  options: { configMapsAreMutable: true, secretsAreMutable: false },
  apply: () => Promise.resolve({}),
} as unknown as Cluster;

describe("rules of replacement, against the embedded cloud's own providers", function () {
  this.timeout(60_000);

  it("are the same for random inputs of every type of AWS", async () => {
    for (const definition of typeDefinitions) {
      const { inputs } = derivedResource(definition.token);
      const { naming } = definition;
      // A check comes before: it makes the name up, and turns documents into text.
      const given = naming === undefined ? {} : { [naming.input]: fc.constantFrom("one", "other") };
      const isFree = (name: string) => inputs[name]?.type !== "json" && name !== `${naming?.input}Prefix`;
      const free = anythingFor(Object.keys(inputs).filter(isFree));
      await sameAsProvider({ type: resourceType(definition, {} as Account), inputs: free, given });
    }
  });

  it("are the same for random inputs of every type of PostgreSQL but functions, which no stack declares", async () => {
    for (const type of postgresqlTypes.filter(({ token }) => !token.endsWith(":Function"))) {
      const rules = Object.entries(type.schema);
      const given = Object.fromEntries(
        rules
          .filter(([name, { required }]) => required === true || (name === "name" && type.named === true))
          .map(([name, rule]) => [name, name === "objectType" ? fc.constant("table") : bySchema[rule.type]]),
      );
      const inputs = Object.fromEntries(rules.map(([name, rule]) => [name, bySchema[rule.type]]));
      await sameAsProvider({ type: sqlResourceType(type, {} as PostgresAccess), inputs, given });
    }
  });

  it("are the same for random inputs of every kind of Kubernetes that has rules of its own", async () => {
    const names = ["spec", "data", "stringData", "binaryData", "type", "roleRef", "parameters", "immutable"];
    for (const token of kinds) {
      const kind = readTypeToken(token);
      ok(kind);
      const given = { metadata: fc.record({ name: fc.constantFrom("one", "other"), namespace: fc.constant("place") }) };
      const type = objectType(token, kind, lenient);
      await sameAsProvider({ type, inputs: anythingFor(names), given }, { enableConfigMapMutable: "true" });
    }
  });

  it("are the same for random inputs of every type of the package random", async () => {
    for (const type of randomTypes) {
      await sameAsProvider({ type, inputs: anythingFor(Object.keys(type.schema)), given: {} });
    }
  });

  it("turn documents into text, so that one that is written otherwise is another", () => {
    const rules = replacementRules("aws:s3/bucketPolicy:BucketPolicy", undefined);
    deepEqual(rules.comparable({ policy: { Version: "2012-10-17" } }), { policy: '{"Version":"2012-10-17"}' });
  });
});
