import { createHash, randomBytes } from "node:crypto";
import type {
  CheckResult,
  DiffResult,
  PropertyMap,
  ReadResult,
  ResourceContext,
  ResourceType,
} from "../provider/provider.ts";
import { changedPaths, isMap } from "../provider/structural-diff.ts";
import { holdsUnknown } from "../provider/unknown.ts";
import type { Cluster } from "./cluster.ts";
import { type ApiObject, ApiRefusal, ClusterGoneError, ClusterUnreachableError } from "./connection/api.ts";
import { liveInputs } from "./object/live-inputs.ts";
import { annotationOf, idOf, metadataOf, nameOf, readId } from "./object/object-name.ts";
import { replacingPaths } from "./object/replacing-fields.ts";
import { splitStringData } from "./object/secret-data.ts";
import type { TokenKind } from "./object/type-token.ts";

const autonamedAnnotation = "pulumi.com/autonamed";
// The API server's ways to say so (validation of the built-in kinds), e.g. "field is immutable".
const neverChanges = /immutable|may not be changed|may not change fields|updates to .+ are forbidden/i;
const skipAwaitAnnotation = "pulumi.com/skipAwait";

/** A resource type of any kind of object, by server-side apply. Nothing waits for pods, since no kubelet runs them. */
export function objectType(token: string, kind: TokenKind, cluster: Cluster): ResourceType {
  return {
    token,
    secretOutputs: kind.kind === "Secret" ? ["data", "stringData"] : [],
    check: (news, olds, context) => checkObject(kind, cluster, news, olds, context),
    diff: (olds, news, context) => compare(kind, cluster, olds, news, context),
    create: async (inputs, context) => {
      await refuseExisting(kind, cluster, inputs, context);
      const live = await cluster.apply(kind, inputs, fieldManager(context));
      return { id: idOf(nameOf(live)), outputs: outputsOf(live, inputs) };
    },
    read: (id, inputs, outputs) => readObject(kind, cluster, id, inputs, outputs),
    update: async (_id, _olds, news, context) =>
      outputsOf(await cluster.apply(kind, news, fieldManager(context)), news),
    delete: async (id, outputs) => {
      try {
        await cluster.delete(kind, readId(id), annotationOf(outputs, skipAwaitAnnotation) !== "true");
      } catch (error) {
        const forgiven = cluster.options.deletesUnreachable && error instanceof ClusterUnreachableError;
        if (!forgiven && !(error instanceof ClusterGoneError)) throw error;
      }
    },
  };
}

/** One owner of fields a resource, the same in every run; so that a create that was cut off is recognised. */
function fieldManager({ urn }: ResourceContext): string {
  return `pulumi-kubernetes-${createHash("sha256").update(urn).digest("hex").slice(0, 8)}`;
}

async function checkObject(
  kind: TokenKind,
  cluster: Cluster,
  news: PropertyMap,
  olds: PropertyMap | undefined,
  context: ResourceContext,
): Promise<CheckResult> {
  const inputs = { ...news, apiVersion: kind.apiVersion, kind: kind.kind };
  if (news["metadata"] !== undefined && !isMap(news["metadata"])) return { inputs, failures: [] };
  const metadata = metadataOf(news);
  if (metadata["generateName"] !== undefined) {
    const reason =
      "metadata.generateName cannot be applied on the server; give metadata.name, or neither for a name of Pulumi's.";
    return { inputs, failures: [{ property: "metadata.generateName", reason }] };
  }
  const named = metadata["name"] === undefined ? autonamed(metadata, olds, context) : metadata;
  const place = await cluster.place(kind);
  const namespace =
    place?.namespaced && named["namespace"] === undefined ? { namespace: cluster.options.defaultNamespace } : {};
  return { inputs: { ...inputs, metadata: { ...named, ...namespace } }, failures: [] };
}

function autonamed(metadata: PropertyMap, olds: PropertyMap | undefined, context: ResourceContext): PropertyMap {
  const kept = olds && annotationOf(olds, autonamedAnnotation) === "true" ? nameOf(olds).name : undefined;
  const annotations = isMap(metadata["annotations"]) ? metadata["annotations"] : {};
  return {
    ...metadata,
    name: kept ?? `${context.name}-${randomBytes(4).toString("hex")}`,
    annotations: { ...annotations, [autonamedAnnotation]: "true" },
  };
}

async function compare(
  kind: TokenKind,
  cluster: Cluster,
  olds: PropertyMap,
  news: PropertyMap,
  context: ResourceContext,
): Promise<DiffResult> {
  const changed = changedPaths(olds, news);
  const { configMapsAreMutable, secretsAreMutable } = cluster.options;
  const mutable = { configMaps: configMapsAreMutable, secrets: secretsAreMutable };
  const immutable = kind.kind !== "Namespace" && olds["immutable"] === true ? changed : [];
  const known = [...new Set([...replacingPaths(kind, changed, mutable), ...immutable])];
  const replaces =
    known.length > 0 || changed.length === 0 ? known : await pathsTheServerFixes(kind, cluster, news, changed, context);
  const sameName = !holdsUnknown(news["metadata"]) && idOf(nameOf(olds)) === idOf(nameOf(news));
  return { changed, replaces, deleteBeforeReplace: replaces.length > 0 && sameName };
}

/** Asks the server by a dry run which of the changed fields it never changes; other refusals come with the update. */
async function pathsTheServerFixes(
  kind: TokenKind,
  cluster: Cluster,
  news: PropertyMap,
  changed: readonly string[],
  context: ResourceContext,
): Promise<readonly string[]> {
  if (holdsUnknown(news)) return [];
  try {
    await cluster.apply(kind, news, fieldManager(context), { dryRun: true });
    return [];
  } catch (error) {
    if (!(error instanceof ApiRefusal)) return [];
    const fixed = error.causes.filter(({ message }) => neverChanges.test(message)).map(({ field }) => field);
    return changed.filter((path) => fixed.some((field) => path.startsWith(field) || field.startsWith(path)));
  }
}

async function refuseExisting(
  kind: TokenKind,
  cluster: Cluster,
  inputs: PropertyMap,
  context: ResourceContext,
): Promise<void> {
  if (cluster.options.adoptsExisting) return;
  const name = nameOf(inputs);
  const found = await cluster.find(kind, name);
  if (!found) return;
  const { managedFields } = metadataOf(found);
  const managers = (Array.isArray(managedFields) ? managedFields : []).filter(isMap).map(({ manager }) => manager);
  if (managers.includes(fieldManager(context))) return;
  throw new Error(
    `${kind.kind} ${idOf(name)} exists already, and is not this resource's. Import it, choose another name, or set upsertExistingObjects on the provider.`,
  );
}

async function readObject(
  kind: TokenKind,
  cluster: Cluster,
  id: string,
  inputs: PropertyMap | undefined,
  outputs: PropertyMap | undefined,
): Promise<ReadResult | undefined> {
  const live = await cluster.find(kind, readId(id)).catch((error: unknown) => {
    if (error instanceof ClusterGoneError) return undefined;
    throw error;
  });
  if (!live) return undefined;
  if (!inputs) return { id, inputs: withoutServerFields(live), outputs: outputsOf(live, {}) };
  const recorded = outputs ?? {};
  const current = liveInputs(inputs, splitStringData(inputs, live), splitStringData(inputs, recorded));
  return { id, inputs: current, outputs: outputsOf(live, current) };
}

/** The live object without what changes by itself. */
function outputsOf(live: ApiObject, inputs: PropertyMap): PropertyMap {
  const { managedFields: _fields, resourceVersion: _version, ...metadata } = metadataOf(live);
  const text = inputs["stringData"] === undefined ? {} : { stringData: inputs["stringData"] };
  return { ...live, metadata, ...text };
}

/** What a person would write of a live object, for an import. */
function withoutServerFields(live: ApiObject): PropertyMap {
  const { status: _status, ...fields } = live;
  const { name, namespace, labels, annotations } = metadataOf(live);
  const metadata = Object.entries({ name, namespace, labels, annotations }).filter(([, value]) => value !== undefined);
  return { ...fields, metadata: Object.fromEntries(metadata) };
}
