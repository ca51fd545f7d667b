import type { z } from "zod";

/** A rule that a value breaks: worded, with a stable code, so that no schema library's words reach a person. */
export interface Breach {
  readonly code: string;
  readonly message: string;
  /** Default: the value as it is written; set where it must not be shown, or where more must be said. */
  readonly found?: string;
  readonly allowed?: string;
  readonly suggestion?: string;
  /** Where inside the value the breach is; default: the value itself. */
  readonly path?: readonly (string | number)[];
}

/** `schema`, and `rules` that its values must hold. All rules are tried, so that all breaches come at once. */
export function holding<S extends z.ZodType>(
  schema: S,
  ...rules: readonly ((value: z.output<S>) => Breach | undefined)[]
): S {
  return schema.superRefine((value, context) => {
    for (const rule of rules) {
      const breach = rule(value);
      if (breach !== undefined) {
        context.addIssue({
          code: "custom",
          message: breach.message,
          path: [...(breach.path ?? [])],
          params: { breach },
        });
      }
    }
  });
}

/** Text of a form. `breach` says what the form is. */
export function shaped(pattern: RegExp, breach: Breach): (value: string) => Breach | undefined {
  return (value) => (pattern.test(value) ? undefined : breach);
}

/** The breach behind an issue that `holding` raised; undefined for the schema's own issues. */
export function breachOf(issue: z.core.$ZodIssue): Breach | undefined {
  return issue.code === "custom" ? (issue.params?.["breach"] as Breach | undefined) : undefined;
}
