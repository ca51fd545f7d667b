import type { Located } from "../located.ts";
import type { Problem } from "../problems.ts";
import type { Place } from "../provenance.ts";
import { showValue } from "../show-value.ts";
import { isMap, leavesOf, type Path } from "./leaves.ts";

/** A value that a tenant sets itself. */
export interface Override {
  /** From the template's root, `configuration` included. */
  readonly path: Path;
  readonly value: unknown;
  /** As the tenant wrote it, dotted. */
  readonly written: string;
  readonly keyPlace: Place;
  readonly valuePlace: Place;
}

/** Parts of `configuration` whose prefix may be left out of a path. */
const configurationParts = new Set([
  "limits",
  "features",
  "security",
  "ai_configuration",
  "integrations",
  "compliance",
]);

/** The dotted path as a person writes it, without the prefix that may be left out. */
export const shortPath = (path: Path): string => (path[0] === "configuration" ? path.slice(1) : path).join(".");

/** A dotted path from the template's root; `configuration.` is put before the parts that may leave it out. */
export function fullPath(dotted: string): Path {
  const path = dotted.split(".");
  return configurationParts.has(path[0] ?? "") ? ["configuration", ...path] : path;
}

/**
 * Every override of a tenant's file, dotted or nested, as one list.
 *
 * The same path twice, whatever its form, is a problem: nobody could say which one is meant.
 */
export function readOverrides(document: Located): {
  readonly overrides: readonly Override[];
  readonly problems: readonly Problem[];
} {
  const declared = isMap(document.value) ? document.value["overrides"] : undefined;
  if (!isMap(declared)) {
    return { overrides: [], problems: [] };
  }
  const written = Object.keys(declared).length === 0 ? [] : leavesOf(declared);
  const read = written.map((leaf) => readOverride(document, leaf.path, leaf.value));
  const overrides = read.flatMap((one) => one.overrides);
  return { overrides, problems: [...read.flatMap((one) => one.problems), ...findDoubles(overrides)] };
}

function readOverride(document: Located, documentPath: Path, value: unknown) {
  const at = ["overrides", ...documentPath];
  const override: Override = {
    path: fullPath(documentPath.join(".")),
    value,
    written: documentPath.join("."),
    keyPlace: document.placeOf(at, "key"),
    valuePlace: document.placeOf(at),
  };
  return shortPath(override.path) === "features.enabled"
    ? readFeatureList(override, document, at)
    : { overrides: [override], problems: [] };
}

/** `features.enabled: [a, b]` means that these are switched on too. */
function readFeatureList(list: Override, document: Located, at: Path) {
  const names = Array.isArray(list.value) ? list.value : undefined;
  if (!names?.every((name) => typeof name === "string")) {
    const problem: Problem = {
      ...list.valuePlace,
      code: "TENANT_OVERRIDE_INVALID",
      path: `overrides.${list.written}`,
      message: "is the list of features to switch on",
      found: showValue(list.value),
      allowed: "a list of names, e.g. [advanced_ai]",
    };
    return { overrides: [], problems: [problem] };
  }
  const overrides = names.map((name: string, index): Override => {
    const place = document.placeOf([...at, index]);
    const path = [...list.path.slice(0, -1), ...name.split(".")];
    return { path, value: "on", written: `${list.written}[${index}]`, keyPlace: place, valuePlace: place };
  });
  return { overrides, problems: [] };
}

function findDoubles(overrides: readonly Override[]): readonly Problem[] {
  const first = new Map<string, Override>();
  const problems: Problem[] = [];
  for (const override of overrides) {
    const earlier = first.get(override.path.join("."));
    if (earlier) {
      problems.push(doubled(override, earlier));
    } else {
      first.set(override.path.join("."), override);
    }
  }
  return problems;
}

const doubled = (override: Override, earlier: Override): Problem => ({
  ...override.keyPlace,
  code: "TENANT_OVERRIDE_TWICE",
  path: `overrides.${override.written}`,
  message: `${shortPath(override.path)} is set already, at ${earlier.keyPlace.file}:${earlier.keyPlace.line}:${earlier.keyPlace.column}`,
  found: showValue(override.value),
  allowed: "one value for a path",
  suggestion: "delete one of the two",
});
