import { z } from "zod";
import { nearestPath } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { TierSpec } from "../specs/tier-spec.ts";
import { leavesOf, type Path } from "./leaves.ts";
import { type Override, shortPath } from "./override.ts";

/** What decides who the tenant is and what it pays; each entry stands for everything below it as well. */
const fixedPaths = [
  "_metadata",
  "tenant_id",
  "tenant_name",
  "data_residency_region",
  "tier",
  "price",
  "sla",
  "negotiable",
  "configuration.compliance",
  "configuration.integrations.allowed",
];

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
}

function schemaLeaves(schema: unknown, path: Path): readonly Path[] {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject
    ? Object.entries(inner.shape).flatMap(([key, value]) => schemaLeaves(value, [...path, key]))
    : [path];
}

/** Paths that every tier's schema knows, whether or not a tier sets them; open maps count as one path. */
const declaredPaths = schemaLeaves(TierSpec, []).map((path) => path.join("."));

const isBelow = (path: string, ancestor: string) => path === ancestor || path.startsWith(`${ancestor}.`);

/** Paths that a tenant of a tier may name: leaves, and the maps above them, by which several are set at once. */
interface KnownPaths {
  readonly leaves: readonly string[];
  readonly leavesAndMaps: ReadonlySet<string>;
}

/** The same for every tenant of a tier, so they are found once. */
const knownPathsOfTiers = new WeakMap<TierSpec, KnownPaths>();

function knownPaths(tier: TierSpec): KnownPaths {
  const earlier = knownPathsOfTiers.get(tier);
  if (earlier) {
    return earlier;
  }
  const set = leavesOf(tier).map(({ path }) => path.join("."));
  const setMaps = new Set(set.flatMap(ancestorsOf));
  const all = new Set([...set, ...declaredPaths.filter((path) => !setMaps.has(path))]);
  const leaves = [...all].filter((path) => !isFixed(path));
  const known = { leaves, leavesAndMaps: new Set(leaves.flatMap((path) => [path, ...ancestorsOf(path)])) };
  knownPathsOfTiers.set(tier, known);
  return known;
}

/** Every path above a dotted one, nearest first. */
const ancestorsOf = (path: string): readonly string[] =>
  path.includes(".")
    ? [path.slice(0, path.lastIndexOf(".")), ...ancestorsOf(path.slice(0, path.lastIndexOf(".")))]
    : [];

const isFixed = (path: string) => fixedPaths.some((fixed) => isBelow(path, fixed));

/** Every leaf that a tenant of `tier` may name in an override, dotted from the root. */
export const overridablePaths = (tier: TierSpec): readonly string[] => knownPaths(tier).leaves;

/** Overrides that name what is not there, or what no override may change. */
export function findPathProblems(overrides: readonly Override[], tier: TierSpec): readonly Problem[] {
  const known = knownPaths(tier);
  return overrides.flatMap((override) => {
    const path = override.path.join(".");
    if (isFixed(path)) {
      return [fixedProblem(override)];
    }
    return known.leavesAndMaps.has(path) ? [] : [unknownProblem(override, known.leaves)];
  });
}

const fixedProblem = (override: Override): Problem => ({
  ...override.keyPlace,
  code: "TENANT_OVERRIDE_FIXED",
  path: `overrides.${override.written}`,
  message: "is the tier's alone and cannot be overridden",
  found: override.written,
  allowed: `anything but ${fixedPaths.map((fixed) => shortPath(fixed.split("."))).join(", ")}`,
  suggestion: "delete the line; for another price, agreement or list of integrations choose another tier",
});

function unknownProblem(override: Override, known: readonly string[]): Problem {
  const short = shortPath(override.path);
  const meant = nearestPath(
    short,
    known.map((path) => shortPath(path.split("."))),
  );
  return {
    ...override.keyPlace,
    code: "TENANT_OVERRIDE_UNKNOWN",
    path: `overrides.${override.written}`,
    message: "is not a setting of the tier",
    found: short,
    ...(meant === undefined ? {} : { allowed: meant }),
    suggestion: meant === undefined ? "the tier's own file in tiers/ has every setting" : `did you mean ${meant}?`,
  };
}
