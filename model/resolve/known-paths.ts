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

/** Every leaf that a tenant of `tier` may name in an override, dotted from the root. */
export function overridablePaths(tier: TierSpec): readonly string[] {
  const set = leavesOf(tier).map(({ path }) => path.join("."));
  const isOpenMap = (path: string) => set.some((other) => other.startsWith(`${path}.`));
  const known = new Set([...set, ...declaredPaths.filter((path) => !isOpenMap(path))]);
  return [...known].filter((path) => !fixedPaths.some((fixed) => isBelow(path, fixed)));
}

/** Overrides that name what is not there, or what no override may change. */
export function findPathProblems(overrides: readonly Override[], tier: TierSpec): readonly Problem[] {
  const known = overridablePaths(tier);
  return overrides.flatMap((override) => findPathProblem(override, known));
}

function findPathProblem(override: Override, known: readonly string[]): readonly Problem[] {
  const path = override.path.join(".");
  if (fixedPaths.some((fixed) => isBelow(path, fixed))) {
    return [fixedProblem(override)];
  }
  return known.some((candidate) => isBelow(candidate, path)) ? [] : [unknownProblem(override, known)];
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
    suggestion: meant === undefined ? "tenantry explain <tenant> lists every setting" : `did you mean ${meant}?`,
  };
}
