import type { Operation, StackDifference } from "../diff/stack-difference.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type Gate, type GateFinding, gateOf } from "./gate.ts";

type Finding = Omit<GateFinding, "gate">;

/**
 * A resource keeps its physical name, logical name, parent and type token, or says by an alias what they were: changed
 * without one, the engine takes it for another resource, which is made anew.
 */
export const nameChanged: Gate = gateOf("name-changed", ({ stack, base, head, difference }) => [
  ...physicalNames(stack, difference),
  ...(base === undefined || head === undefined ? [] : movedResources(stack, difference, { base, head })),
]);

/** Inputs that are a resource's name in the cloud. */
const naming =
  /^(name|bucket|identifier|clusterIdentifier|replicationGroupId|userId|userGroupId|repositoryName|metadata\.name|metadata\.namespace)$/;

const physicalNames = (stack: string, { operations }: StackDifference): readonly Finding[] =>
  operations.flatMap(({ op, name, type, properties }) =>
    properties
      .filter(({ path, forcesReplace }) => op === "replace" && forcesReplace !== undefined && naming.test(path))
      .map(({ path, before, after }) => ({
        stack,
        resource: name,
        property: path,
        reason: `${type} would be called ${JSON.stringify(after)} instead of ${JSON.stringify(before)}: it is made anew under that name`,
      })),
  );

interface Sides {
  readonly base: SynthesisedStack;
  readonly head: SynthesisedStack;
}

/** Deletions that a creation beside them takes the place of. */
function movedResources(stack: string, { operations }: StackDifference, { base, head }: Sides): readonly Finding[] {
  const made = resourcesOf(operations, "create", head);
  return resourcesOf(operations, "delete", base).flatMap((gone) => {
    const [found] = made.flatMap((one) => {
      const what = differenceOf(gone, one);
      return what === undefined ? [] : [{ one, what }];
    });
    if (found === undefined) return [];
    return [
      {
        stack,
        resource: gone.name,
        property: found.what,
        reason: `${gone.type} has another ${found.what} and no alias (${shown(gone, found.what)}, now ${shown(found.one, found.what)}): it is deleted and made anew`,
      },
    ];
  });
}

function resourcesOf(
  operations: readonly Operation[],
  op: Operation["op"],
  { resources }: SynthesisedStack,
): readonly SynthesisedResource[] {
  const urns = new Set(operations.filter((operation) => operation.op === op).map(({ urn }) => urn));
  return resources.filter(({ urn }) => urns.has(urn));
}

type Part = "parent" | "logical name" | "type";

/** The one part of the URN in which two resources differ that are otherwise the same. */
function differenceOf(gone: SynthesisedResource, made: SynthesisedResource): Part | undefined {
  const isSameType = gone.type === made.type;
  if (isSameType && gone.name === made.name) return "parent";
  if (isSameType && gone.parent === made.parent && hasSamePhysicalName(gone, made)) return "logical name";
  return !isSameType && gone.name === made.name && gone.parent === made.parent ? "type" : undefined;
}

const physicalNamesOf = ({ inputs }: SynthesisedResource): readonly string[] =>
  Object.keys(inputs)
    .filter((key) => naming.test(key) || key === "metadata")
    .map((key) => JSON.stringify(inputs[key]));

function hasSamePhysicalName(gone: SynthesisedResource, made: SynthesisedResource): boolean {
  const names = physicalNamesOf(gone);
  return names.length > 0 && names.join() === physicalNamesOf(made).join();
}

function shown({ name, type, parent }: SynthesisedResource, part: Part): string {
  if (part === "logical name") return name;
  return part === "type" ? type : (parent?.split("::").slice(2).join("::") ?? "none");
}
