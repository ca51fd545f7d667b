import { nearest } from "../nearest.ts";
import type { TemplateVariables } from "./variables.ts";

/** A variable that cannot be put in, and what to write instead. */
interface VariableProblem {
  readonly code: "TEMPLATE_VARIABLE_UNKNOWN" | "TEMPLATE_VARIABLE_UNAVAILABLE" | "TEMPLATE_VARIABLE_UNCLOSED";
  readonly message: string;
  readonly found: string;
  readonly allowed: string;
  readonly suggestion?: string;
}

export type Rendering =
  | { readonly kind: "rendered"; readonly text: string }
  | { readonly kind: "refused"; readonly problems: readonly VariableProblem[] };

const variable = /\{\{(.*?)\}\}/gs;

/** Whether `text` has anything that looks like a variable. */
export const isTemplate = (text: string): boolean => text.includes("{{");

/**
 * Puts the variables of a template's value in, as data: once, so that what a variable stands for is never read as a
 * template again.
 */
export function renderText(text: string, variables: TemplateVariables): Rendering {
  const problems: VariableProblem[] = [];
  const rendered = text.replace(variable, (_whole, inner: string) => {
    const name = inner.trim();
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) {
      problems.push(variableProblem(name, variables));
    }
    return value ?? "";
  });
  if (text.replace(variable, "").includes("{{")) {
    problems.push({
      code: "TEMPLATE_VARIABLE_UNCLOSED",
      message: "begins a variable with {{ and does not end it",
      found: text,
      allowed: "{{ name }}",
      suggestion: "write }} after the variable's name",
    });
  }
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "rendered", text: rendered };
}

function variableProblem(name: string, variables: TemplateVariables): VariableProblem {
  const known = Object.keys(variables);
  if (Object.hasOwn(variables, name)) {
    return {
      code: "TEMPLATE_VARIABLE_UNAVAILABLE",
      message: "stands for nothing in this tier: it has no trial, or no subscription that ends",
      found: name,
      allowed: known.filter((other) => variables[other] !== undefined).join(", "),
      suggestion: "delete the line, or set lifecycle.trial_days or lifecycle.subscription_months above 0",
    };
  }
  const meant = nearest(name, known);
  return {
    code: "TEMPLATE_VARIABLE_UNKNOWN",
    message: "is not a variable of templates",
    found: name,
    allowed: known.join(", "),
    ...(meant === undefined ? {} : { suggestion: `did you mean {{ ${meant} }}?` }),
  };
}
