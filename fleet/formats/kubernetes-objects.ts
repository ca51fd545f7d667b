import { stringify } from "yaml";
import { SecretValue } from "../synth/secret-value.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { isGrouping, type WrittenStack } from "./written-stack.ts";

/** What stands in place of a secret: base64 of `[secret]`, since a Secret's `data` must be base64. */
const hidden = Buffer.from("[secret]").toString("base64");

/** Writes the Kubernetes objects of a stack as a stream of YAML documents, in order of declaration, secrets hidden. */
export function kubernetesObjects({ resources }: SynthesisedStack): WrittenStack {
  const declared = resources.filter((resource) => !isGrouping(resource));
  const objects = declared.filter(isObject);
  return {
    text: objects.map(({ inputs }) => `---\n${stringify(withoutSecrets(inputs), { lineWidth: 0 })}`).join(""),
    writtenCount: objects.length,
    withoutEquivalent: declared.filter((resource) => !isObject(resource)),
  };
}

function isObject({ type, inputs }: SynthesisedResource): boolean {
  return (
    type.startsWith("kubernetes:") && typeof inputs["apiVersion"] === "string" && typeof inputs["kind"] === "string"
  );
}

function withoutSecrets(value: unknown): unknown {
  if (value instanceof SecretValue) return hidden;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutSecrets(field)]));
}
