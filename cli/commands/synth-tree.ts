import type { SynthesisedResource, SynthesisedStack } from "../../fleet/synth/index.ts";

/** Marks that the tree shows behind a resource. */
const marks = [
  { shown: "protected", isOn: ({ options }: SynthesisedResource) => options.protect === true },
  { shown: "kept on delete", isOn: ({ options }: SynthesisedResource) => options.retainOnDelete === true },
  { shown: "read", isOn: ({ type }: SynthesisedResource) => type === "pulumi:pulumi:StackReference" },
] as const;

/** Words a stack for a person: every resource below its parent, then the outputs. */
export function stackTree({ stack, resources, outputs, predicted }: SynthesisedStack): string {
  const children = Map.groupBy(resources, ({ parent }) => parent ?? "");
  const lines = [`${stack}: ${resources.length - 1} resources, ${predicted.length} values predicted`];
  const add = (parent: string, indent: string): void => {
    const below = children.get(parent) ?? [];
    for (const [index, resource] of below.entries()) {
      const isLast = index === below.length - 1;
      lines.push(`${indent}${isLast ? "└─ " : "├─ "}${resourceLine(resource)}`);
      add(resource.urn, `${indent}${isLast ? "   " : "│  "}`);
    }
  };
  for (const root of children.get("") ?? []) add(root.urn, "");
  return [...lines, "outputs", ...outputLines(outputs)].join("\n");
}

/** `Bucket acme-corp-bucket [protected]`; the package and module of a type are left to `--json`. */
function resourceLine(resource: SynthesisedResource): string {
  const on = marks.filter(({ isOn }) => isOn(resource)).map(({ shown }) => shown);
  const kind = resource.type.startsWith("pulumi:providers:")
    ? `${resource.type.slice("pulumi:providers:".length)} provider`
    : resource.type.split(":").at(-1);
  return `${kind} ${resource.name}${on.length === 0 ? "" : ` [${on.join(", ")}]`}`;
}

function outputLines(outputs: Readonly<Record<string, unknown>>): readonly string[] {
  const entries = Object.entries(outputs);
  if (entries.length === 0) return ["   none"];
  return entries.map(([name, value]) => `   ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
}
