import type { SynthesisedResource } from "../synth/synthesised-stack.ts";

/** A stack written in a format of another tool, and what could not be. Together they are all that the stack declares. */
export interface WrittenStack {
  readonly text: string;
  /** How many resources stand in `text`. */
  readonly writtenCount: number;
  /** What the format has no equivalent for, in order of declaration. */
  readonly withoutEquivalent: readonly SynthesisedResource[];
}

/** Groups resources and stands for none: the stack itself, and the program's own components. */
export function isGrouping({ type }: SynthesisedResource): boolean {
  return type === "pulumi:pulumi:Stack" || type.startsWith("tenantry:");
}

/** Words what a format has no equivalent for, a line for each type. */
export function withoutEquivalentLines({ writtenCount, withoutEquivalent }: WrittenStack): readonly string[] {
  const byType = Map.groupBy(withoutEquivalent, ({ type }) => type);
  const total = writtenCount + withoutEquivalent.length;
  return [
    `${total} resources: ${writtenCount} written, ${withoutEquivalent.length} without an equivalent in this format`,
    ...[...byType].map(([type, resources]) => `  ${type}: ${resources.map(({ name }) => name).join(", ")}`),
  ];
}
