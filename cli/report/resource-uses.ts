import { type PropertyPath, showProperty } from "../../fleet/explain/property-values.ts";
import type { ResourceUse } from "../../fleet/explain/resource-uses.ts";
import { printable } from "../../model/printable.ts";

/** More than these are counted: a line that nobody reads helps nobody; --json has them all. */
const mostResources = 30;
const mostProperties = 6;

const presences = { goes: " is there because of it", comes: " would come with another value" } as const;

/** Resources with what of each follows a value, indented. */
export function useLines(uses: readonly ResourceUse[]): readonly string[] {
  const more = uses.length - mostResources;
  return [
    ...uses.slice(0, mostResources).flatMap(linesOf),
    ...(more > 0 ? [`  and ${more} more; --json lists them all`] : []),
  ];
}

function linesOf({ type, name, properties, options, presence }: ResourceUse): readonly string[] {
  return [
    `  ${typeName(type)} ${printable(name)}${presence === undefined ? "" : presences[presence]}`,
    ...propertyLines(properties).map((line) => `      ${line}`),
    ...(options.length === 0 ? [] : [`      option ${options.join(", ")}`]),
  ];
}

/** `Bucket`; the stack's outputs are called so. */
export const typeName = (type: string): string => type.split(":").at(-1) ?? type;

/** Properties, a line each; what is left over is counted. */
export function propertyLines(properties: readonly PropertyPath[]): readonly string[] {
  const more = properties.length - mostProperties;
  return [
    ...properties.slice(0, mostProperties).map((property) => printable(showProperty(property))),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
