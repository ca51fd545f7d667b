import type { ResourceContext } from "./provider.ts";

/** Reads type and name out of a URN, `urn:pulumi:<stack>::<project>::<parent type>$<type>::<name>`. */
export function resourceContext(urn: string): ResourceContext {
  const parts = urn.split("::");
  const qualifiedType = parts[2] ?? "";
  return { urn, type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1), name: parts.slice(3).join("::") };
}
