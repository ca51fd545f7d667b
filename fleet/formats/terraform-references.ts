import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import type { TerraformAddress } from "./terraform-addresses.ts";
import { snakeCase } from "./terraform-names.ts";

/** Finds what a value refers to: `["aws_kms_key.acme.arn", "aws_kms_key.acme"]`; nothing where it is known by itself. */
export type FindReferences = (value: string) => readonly string[] | undefined;

/** Finds, for an input of a resource, the outputs that its values come from. */
export type ReferencesOf = (resource: SynthesisedResource, input: string) => FindReferences;

const none: FindReferences = () => undefined;

/**
 * What the values of a stack refer to. A value is a reference where the program took it from another resource
 * (`propertyDependencies`) and it is what that resource's cloud would make, or an ARN made from its ARN. Other text that
 * contains such a value, a policy above all, stays text: a scanner has to read it.
 */
export function referencesOf(
  { predicted }: SynthesisedStack,
  addresses: ReadonlyMap<string, TerraformAddress>,
): ReferencesOf {
  const outputs = new Map<string, Map<string, string>>();
  for (const { urn, property, value } of predicted) {
    if (typeof value !== "string" || value === "" || !addresses.has(urn)) continue;
    const ofResource = outputs.get(urn) ?? new Map<string, string>();
    outputs.set(urn, ofResource);
    if (!ofResource.has(value) || property === "arn") ofResource.set(value, property);
  }
  return ({ options }, input) => {
    const sources = (options.propertyDependencies?.[input] ?? []).filter((urn) => outputs.has(urn));
    if (sources.length === 0) return none;
    return (value) => {
      for (const source of sources) {
        const property = propertyOf(value, outputs.get(source) ?? new Map());
        const address = addresses.get(source)?.address;
        if (property !== undefined && address !== undefined) return [`${address}.${snakeCase(property)}`, address];
      }
      return undefined;
    };
  };
}

/** The output that a value is, or that its ARN begins with, as `<log group's ARN>:*` does. */
function propertyOf(value: string, outputs: ReadonlyMap<string, string>): string | undefined {
  const exact = outputs.get(value);
  if (exact !== undefined || !value.startsWith("arn:")) return exact;
  for (const [output, property] of outputs) {
    if (output.startsWith("arn:") && /^[:/]/.test(value.slice(output.length)) && value.startsWith(output))
      return property;
  }
  return undefined;
}
