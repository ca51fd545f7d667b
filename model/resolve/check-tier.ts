import type { z } from "zod";
import { describeIssue } from "../describe-issue.ts";
import type { Located } from "../located.ts";
import { nearest, nearestPath } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import { showValue } from "../show-value.ts";
import { TierSpec } from "../specs/tier-spec.ts";
import { isEntitled } from "./entitlements.ts";
import { overridablePaths } from "./known-paths.ts";
import { isMap, type PlainMap, valueAt } from "./leaves.ts";
import { fullPath, shortPath } from "./override.ts";
import type { TierSource } from "./sources.ts";

export type TierCheck =
  | { readonly kind: "read"; readonly source: TierSource }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Checks a tier in the current shape: its schema, its name and version against `reference` (`professional`,
 * `professional@2`), and that what it lets one negotiate exists and is no less than it sells.
 */
export function checkTier(declared: Located, reference: string): TierCheck {
  const checked = TierSpec.safeParse(declared.value);
  const problems = checked.success
    ? [...findReferenceProblems(checked.data, declared, reference), ...findNegotiableProblems(checked.data, declared)]
    : checked.error.issues.flatMap((issue) => describeTierIssue(issue, declared));
  return checked.success && problems.length === 0
    ? { kind: "read", source: { spec: checked.data, declared } }
    : { kind: "refused", problems };
}

function describeTierIssue(issue: z.core.$ZodIssue, declared: Located): readonly Problem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const siblings = Object.keys((valueAt(declared.value, path) as PlainMap | undefined) ?? {});
    return issue.keys.map((key) => unknownKey(declared, [...path, key], siblings));
  }
  return [
    {
      ...declared.placeOf(path),
      code: "TIER_VALUE_INVALID",
      path: path.join("."),
      ...describeIssue(issue, valueAt(declared.value, path)),
    },
  ];
}

function unknownKey(declared: Located, path: readonly string[], siblings: readonly string[]): Problem {
  const key = path.at(-1) ?? "";
  const known = knownKeys(path.slice(0, -1)).filter((name) => !siblings.includes(name));
  const meant = nearest(key, known);
  return {
    ...declared.placeOf(path, "key"),
    code: "TIER_KEY_UNKNOWN",
    path: path.join("."),
    message: "is not a key of a tier's file",
    found: key,
    ...(meant === undefined ? {} : { suggestion: `did you mean ${meant}?` }),
  };
}

/** Keys that the schema knows below `path`. */
function knownKeys(path: readonly string[]): readonly string[] {
  const schema = path.reduce<unknown>((inner, key) => valueAt((inner as PlainMap)["shape"], [key]) ?? {}, TierSpec);
  const shape = isMap(schema) ? schema["shape"] : undefined;
  return isMap(shape) ? Object.keys(shape) : [];
}

function findReferenceProblems(spec: TierSpec, declared: Located, reference: string): readonly Problem[] {
  const [name, version] = reference.split("@");
  const { template_version } = spec._metadata;
  const named: Problem[] =
    spec.tier === name
      ? []
      : [
          {
            ...declared.placeOf(["tier"]),
            code: "TIER_NAME_MISMATCH",
            path: "tier",
            message: "differs from the file's name",
            found: spec.tier,
            allowed: name ?? "",
            suggestion: "rename the file or the tier",
          },
        ];
  const versioned: Problem[] =
    version === undefined || version === `${template_version}`
      ? []
      : [
          {
            ...declared.placeOf(["_metadata", "template_version"]),
            code: "TIER_VERSION_MISMATCH",
            path: "_metadata.template_version",
            message: "differs from the version in the file's name",
            found: `${template_version}`,
            allowed: version,
            suggestion: `keep the old version's number, or rename the file to ${name}@${template_version}`,
          },
        ];
  return [...named, ...versioned];
}

function findNegotiableProblems(spec: TierSpec, declared: Located): readonly Problem[] {
  const known = overridablePaths(spec);
  return Object.entries(spec.negotiable).flatMap(([dotted, range]): Problem[] => {
    const path = fullPath(dotted);
    const base = { path: `negotiable.${dotted}`, found: dotted };
    if (!known.includes(path.join("."))) {
      const meant = nearestPath(
        shortPath(path),
        known.map((one) => shortPath(one.split("."))),
      );
      const place = declared.placeOf(["negotiable", dotted], "key");
      const suggestion = meant === undefined ? "delete the line" : `did you mean ${meant}?`;
      return [
        {
          ...place,
          ...base,
          code: "TIER_NEGOTIABLE_UNKNOWN",
          message: "is not a setting that a tenant may override",
          suggestion,
        },
      ];
    }
    const sold = valueAt(spec, path);
    if (Array.isArray(range) || range.max === undefined || isEntitled(path.join("."), sold, range.max)) {
      return [];
    }
    const place = declared.placeOf(["negotiable", dotted]);
    const message = `lets one negotiate up to ${range.max}, which is less than the ${showValue(sold)} that the tier sells`;
    return [
      {
        ...place,
        ...base,
        code: "TIER_NEGOTIABLE_BELOW_SOLD",
        message,
        found: `${range.max}`,
        allowed: `${showValue(sold)} or more`,
      },
    ];
  });
}
