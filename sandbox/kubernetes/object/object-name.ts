import type { PropertyMap } from "../../provider/provider.ts";
import { isMap } from "../../provider/structural-diff.ts";

/** Name and namespace of an object. */
export interface ObjectName {
  readonly name: string;
  readonly namespace?: string;
}

/** What `metadata` says; a missing name is empty. */
export function nameOf(inputs: PropertyMap): ObjectName {
  const metadata = metadataOf(inputs);
  const { name, namespace } = metadata;
  return { name: typeof name === "string" ? name : "", ...(typeof namespace === "string" ? { namespace } : {}) };
}

/** `metadata` as a map; empty where it is missing or not known yet. */
export function metadataOf(inputs: PropertyMap): PropertyMap {
  return isMap(inputs["metadata"]) ? inputs["metadata"] : {};
}

/** `namespace/name`, or `name` for kinds without a namespace, as Pulumi's provider writes ids. */
export function idOf({ name, namespace }: ObjectName): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Reads what `idOf` writes. */
export function readId(id: string): ObjectName {
  const slash = id.indexOf("/");
  return slash < 0 ? { name: id } : { namespace: id.slice(0, slash), name: id.slice(slash + 1) };
}

/** An annotation's value; undefined where it is not there or not known yet. */
export function annotationOf(inputs: PropertyMap, name: string): string | undefined {
  const { annotations } = metadataOf(inputs);
  const value = isMap(annotations) ? annotations[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
