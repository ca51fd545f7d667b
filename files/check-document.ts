import type { z } from "zod";
import { describeIssue } from "../model/describe-issue.ts";
import type { Located } from "../model/located.ts";
import { nearest } from "../model/nearest.ts";
import { byPlace, type Problem } from "../model/problems.ts";
import { isSecretPath } from "../model/secret-text.ts";
import { showValue } from "../model/show-value.ts";
import { breachOf } from "../model/specs/rule.ts";
import { problemAt, type Refusal } from "./refusal.ts";
import { knownKeys } from "./schema-keys.ts";

export type Checking<T> =
  | { readonly kind: "checked"; readonly value: T }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

type Path = readonly (string | number)[];

/** Checks a document against a schema; every problem at once, each at the key or value that it is about. */
export function checkDocument<S extends z.ZodType>(document: Located, schema: S): Checking<z.output<S>> {
  const checked = schema.safeParse(document.value);
  if (checked.success) {
    return { kind: "checked", value: checked.data };
  }
  const problems = checked.error.issues.flatMap((issue) => new IssueWording(document, schema, issue, []).problems());
  return { kind: "refused", problems: problems.toSorted(byPlace) };
}

class IssueWording {
  readonly #document: Located;
  readonly #schema: z.ZodType;
  readonly #issue: z.core.$ZodIssue;
  readonly #path: Path;

  /** `base` is where a union stands, whose branch's issue this is. */
  constructor(document: Located, schema: z.ZodType, issue: z.core.$ZodIssue, base: Path) {
    this.#document = document;
    this.#schema = schema;
    this.#issue = issue;
    this.#path = [...base, ...(issue.path as Path)];
  }

  problems(): readonly Problem[] {
    const issue = this.#issue;
    const found = valueAt(this.#document.value, this.#path);
    const breach = breachOf(issue);
    if (breach !== undefined) {
      const { path: _, ...words } = breach;
      return [this.#at("value", { found: showValue(found), ...words })];
    }
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => this.#unknownKey(key));
    }
    if (issue.code === "invalid_union" && found !== undefined) {
      return this.#union(issue, found);
    }
    if (found === undefined) {
      return [this.#missing()];
    }
    return [this.#at("value", this.#wrongValue(found))];
  }

  #wrongValue(found: unknown): Refusal {
    const issue = this.#issue;
    const words = describeIssue(issue, found);
    if (issue.code === "invalid_value") {
      const meant = nearest(String(found), issue.values.map(String));
      return {
        code: "VALUE_UNKNOWN",
        ...words,
        ...(meant === undefined ? {} : { suggestion: `did you mean ${meant}?` }),
      };
    }
    if (issue.code === "invalid_type") {
      return { code: "VALUE_TYPE_WRONG", ...words, ...typeHint(issue.expected, found) };
    }
    return {
      code: issue.code === "too_small" || issue.code === "too_big" ? "VALUE_OUT_OF_RANGE" : "VALUE_FORM_WRONG",
      ...words,
    };
  }

  /** Where one form of a union has the right type and is only wrong inside, that is what is said. */
  #union(issue: z.core.$ZodIssueInvalidUnion, found: unknown): readonly Problem[] {
    const near = issue.errors.filter(
      (issues) =>
        !issues.some(({ code, path }) => (code === "invalid_type" || code === "invalid_union") && path.length === 0),
    );
    const [only, ...others] = near;
    if (only !== undefined && others.length === 0) {
      return only.flatMap((inner) => new IssueWording(this.#document, this.#schema, inner, this.#path).problems());
    }
    return [this.#at("value", { code: "VALUE_TYPE_WRONG", ...describeIssue(issue, found) })];
  }

  #unknownKey(key: string): Problem {
    const path = [...this.#path, key];
    const known = knownKeys(this.#schema, this.#path);
    const present = Object.keys(asMap(valueAt(this.#document.value, this.#path)));
    const meant =
      nearest(
        key,
        known.filter((name) => !present.includes(name)),
      ) ?? nearest(key, known);
    return problemAt(this.#document.placeOf(path, "key"), {
      path: path.join("."),
      code: "KEY_UNKNOWN",
      message: "is not a key that may stand here",
      found: key,
      ...(known.length === 0 ? {} : { allowed: known.join(", ") }),
      suggestion: meant === undefined ? "remove the key" : `did you mean ${meant}?`,
    });
  }

  #missing(): Problem {
    const key = String(this.#path.at(-1) ?? "");
    return this.#at("key", {
      code: "KEY_MISSING",
      message: "is missing",
      ...(this.#issue.code === "invalid_value" ? { allowed: this.#issue.values.map(String).join(", ") } : {}),
      suggestion: `add ${key}:`,
    });
  }

  #at(part: "key" | "value", refusal: Refusal): Problem {
    const path = this.#path.join(".");
    const shown = refusal.found !== undefined && isSecretPath(path) ? { found: "a value that is not shown" } : {};
    return problemAt(this.#document.placeOf(this.#path, part), { path, ...refusal, ...shown });
  }
}

/** Own keys only, so that no prototype answers. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (Object.hasOwn(asMap(at), key) ? asMap(at)[key] : undefined), value);
}

const asMap = (value: unknown): Readonly<Record<PropertyKey, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>) : {};

function typeHint(expected: string, found: unknown): Partial<Refusal> {
  if (expected === "string" && (typeof found === "number" || typeof found === "boolean")) {
    return { suggestion: `put it in quotes: "${found}"` };
  }
  if (
    (expected === "number" || expected === "int") &&
    typeof found === "string" &&
    found.trim() !== "" &&
    Number.isFinite(Number(found))
  ) {
    return { suggestion: `leave the quotes out: ${found}` };
  }
  return expected === "array" && found !== null ? { suggestion: `write it as a list: [${showValue(found)}]` } : {};
}
