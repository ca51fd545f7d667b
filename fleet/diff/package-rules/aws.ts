import rulesByType from "../../../catalog/replacements/aws.json" with { type: "json" };
import { SecretValue } from "../../synth/secret-value.ts";
import { holdsSecret, opened, revealed } from "../plain-value.ts";
import type { ReplacementRules } from "./replacement-rules.ts";

/** One type in `catalog/replacements/aws.json`. */
interface AwsRule {
  /** Properties that the providers' registry says are replaced for. */
  readonly outside?: readonly string[];
  /** Properties that the AWS provider replaces for although the registry does not say so. */
  readonly ours?: readonly string[];
  /** Input that the provider makes up, and that two things can't share. */
  readonly name?: string;
  /** Policies and the like, compared as text. */
  readonly documents?: readonly string[];
  readonly updatedOutputs?: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

const rules: Readonly<Record<string, AwsRule>> = rulesByType;

/** The rules of a type of the package `aws`; undefined for any other. */
export function awsRules(type: string): ReplacementRules | undefined {
  const rule = rules[type];
  if (rule === undefined) return undefined;
  const { outside = [], ours = [], name, documents = [], updatedOutputs = [] } = rule;
  return {
    comparable: (inputs) => withDocuments(inputs, documents),
    forcedBy: ([property]) => {
      if (outside.includes(String(property))) return "outside";
      return ours.includes(String(property)) ? "ours" : undefined;
    },
    cannotCoexist: (before, after) =>
      name !== undefined && after[`${name}Prefix`] === undefined && opened(before[name]) === opened(after[name]),
    ...(name === undefined ? {} : { madeUpName: name }),
    updatedOutputs,
  };
}

/** Policies given as objects become text, as the provider sends them. */
function withDocuments(inputs: Properties, documents: readonly string[]): Properties {
  const objects = documents.filter((name) => typeof opened(inputs[name]) === "object" && opened(inputs[name]) !== null);
  if (objects.length === 0) return inputs;
  return { ...inputs, ...Object.fromEntries(objects.map((name) => [name, documentOf(inputs[name])])) };
}

function documentOf(value: unknown): unknown {
  const text = JSON.stringify(revealed(value));
  return holdsSecret(value) ? new SecretValue(text) : text;
}
