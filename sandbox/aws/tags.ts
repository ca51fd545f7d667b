import type { CheckFailure, PropertyMap } from "../provider/provider.ts";
import { unknownValue } from "../provider/provider.ts";
import { isMap } from "../provider/structural-diff.ts";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const limit = { tags: 50, key: 128, value: 256 };

/** Checks tags by the rules that all services share. `unknownValue` passes. */
export function checkTags(tags: unknown): readonly CheckFailure[] {
  if (!isMap(tags)) return [];
  const entries = Object.entries(tags);
  const many = entries.length > limit.tags ? [`a resource has at most ${limit.tags} tags, got ${entries.length}`] : [];
  return [...many, ...entries.flatMap(([key, value]) => refusals(key, value))].map((reason) => ({
    property: "tags",
    reason: `api error InvalidTag: ${reason}.`,
  }));
}

function refusals(key: string, value: unknown): string[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [
      key.length < 1 || key.length > limit.key,
      `a tag key has 1 to ${limit.key} characters, ${JSON.stringify(key.slice(0, 40))} has ${key.length}`,
    ],
    [/^aws:/i.test(key), `system tags (aws:) cannot be set by a user: ${key}`],
    [
      !allowed.test(key),
      `the tag key ${JSON.stringify(key)} holds a character other than letters, digits, spaces and _.:/=+-@`,
    ],
    [
      typeof value === "string" && value.length > limit.value,
      `a tag value has at most ${limit.value} characters, that of ${key} has more`,
    ],
    [
      typeof value === "string" && !allowed.test(value),
      `the value of the tag ${key} holds a character other than letters, digits, spaces and _.:/=+-@`,
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, reason]) => reason);
}

/** The configuration's default tags under the resource's own; unknown where its own are not known yet. */
export function withDefaultTags(defaults: Readonly<Record<string, string>>, inputs: PropertyMap): PropertyMap {
  const own = inputs["tags"];
  if (Object.keys(defaults).length === 0 || own === unknownValue) return inputs;
  return { ...inputs, tags: { ...defaults, ...(isMap(own) ? own : {}) } };
}
