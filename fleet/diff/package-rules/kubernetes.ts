import rulesByKind from "../../../catalog/replacements/kubernetes.json" with { type: "json" };
import { isMap, isSame, opened } from "../plain-value.ts";
import { type PropertyPath, parsePath } from "../property-path.ts";
import type { ReplacementRules } from "./replacement-rules.ts";

type Properties = Readonly<Record<string, unknown>>;

const fieldsByKind = new Map(
  Object.entries(rulesByKind).map(([kind, { ours }]) => [kind, ours.map(parsePath)] as const),
);

/**
 * The rules of any kind of object. `provider` says whether a ConfigMap's or a Secret's data is changed in place. What
 * only the server knows to be immutable is not among them.
 */
export function kubernetesRules(type: string, provider: Properties): ReplacementRules {
  const kind = type.split(":")[2] ?? "";
  const fields = [
    ...(fieldsByKind.get("*") ?? []),
    ...(changesData(kind, provider) ? [] : (fieldsByKind.get(kind) ?? [])),
  ];
  return {
    comparable: (inputs) => inputs,
    forcedBy: (path, before) => {
      if (kind !== "Namespace" && opened(before["immutable"]) === true) return "ours";
      return fields.some((field) => meets(path, field)) ? "ours" : undefined;
    },
    cannotCoexist: (before, after) => isSame(nameOf(before), nameOf(after)),
    updatedOutputs: [],
  };
}

/** A change of the whole, e.g. of `metadata`, may be one of the part. */
const meets = (path: PropertyPath, field: PropertyPath): boolean =>
  field.slice(0, path.length).every((step, index) => step === path[index]);

function changesData(kind: string, provider: Properties): boolean {
  const setting = { ConfigMap: "enableConfigMapMutable", Secret: "enableSecretMutable" }[kind];
  return setting !== undefined && ["true", true].includes(provider[setting] as string | boolean);
}

function nameOf(inputs: Properties): Properties {
  const metadata = opened(inputs["metadata"]);
  if (!isMap(metadata)) return {};
  return { name: metadata["name"], namespace: metadata["namespace"] };
}
