/** Type of the resource that stands for the stack; left out of its children's URNs. */
export const stackType = "pulumi:pulumi:Stack";

/** What the engine puts into a URN. */
interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** URN of the parent; empty for the stack itself. */
  readonly parent: string;
  readonly type: string;
  readonly name: string;
}

/** The engine's URN: `urn:pulumi:<stack>::<project>::<parent's types>$<type>::<name>`. */
export function urnOf({ stack, project, parent, type, name }: UrnParts): string {
  const parentType = parent === "" ? "" : qualifiedTypeOf(parent);
  const qualified = parentType === "" || parentType === stackType ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** Types from the outermost parent to the resource, joined by `$`. */
function qualifiedTypeOf(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** Logical name in a URN; it may itself hold `::`. */
export const nameOfUrn = (urn: string): string => urn.split("::").slice(3).join("::");
