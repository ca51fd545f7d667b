import type { z } from "zod";
import type { Problem } from "./problems.ts";
import type { Place } from "./provenance.ts";
import { showValue } from "./show-value.ts";

/** What a schema found wrong with a value, in a person's words. */
export type IssueDescription = Omit<Problem, keyof Place | "path" | "code">;

const kinds: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
};

/** Words an issue of zod for the person who wrote `found`; undefined stands for a value that is not there. */
export function describeIssue(issue: z.core.$ZodIssue, found: unknown): IssueDescription {
  const shown = found === undefined ? "nothing" : showValue(found);
  switch (issue.code) {
    case "invalid_type":
      return {
        message: `must be ${kinds[issue.expected] ?? issue.expected}`,
        found: shown,
        allowed: kinds[issue.expected] ?? issue.expected,
      };
    case "invalid_value":
      return {
        message: "is not one of the values that may stand here",
        found: shown,
        allowed: issue.values.map(String).join(", "),
      };
    case "too_small":
      return {
        message: `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${unitOf(issue)}`,
        found: shown,
        allowed: `${issue.minimum}${unitOf(issue)} or more`,
      };
    case "too_big":
      return {
        message: `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${unitOf(issue)}`,
        found: shown,
        allowed: `${issue.maximum}${unitOf(issue)} or less`,
      };
    case "unrecognized_keys":
      return { message: `has unknown keys: ${issue.keys.join(", ")}`, found: issue.keys.join(", ") };
    case "invalid_union":
      return {
        message: "is not one of the forms that may stand here",
        found: shown,
        allowed: describeUnion(issue, found),
      };
    // These carry the schema's own words: what the form is and how to write it.
    case "invalid_format":
    case "custom":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return { message: issue.message, found: shown };
  }
}

/** What a size counts; nothing for a number, which is its own. */
function unitOf({ origin }: { readonly origin: string }): string {
  const units: Readonly<Record<string, string>> = { string: " characters long", array: " entries" };
  return units[origin] ?? "";
}

/** What each form of a union wants, once each. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, found: unknown): string {
  const wanted = issue.errors.map((issues) => issues[0]).filter((first) => first !== undefined);
  return [
    ...new Set(wanted.map((first) => describeIssue(first, found)).map(({ allowed, message }) => allowed ?? message)),
  ].join(", or ");
}
