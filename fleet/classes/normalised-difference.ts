import type { Operation, OptionChange, PropertyChange, StackDifference } from "../diff/stack-difference.ts";
import type { DecidedChange, GroupOperation } from "../plan/fleet-plan.ts";
import { differingJsonPart } from "./json-part.ts";
import type { IdentityReplacer } from "./replace-identity.ts";

/** What is done to a stack, in words that other stacks share: who it is, and what the cloud makes for it, by tokens. */
export interface NormalisedDifference {
  readonly operations: readonly GroupOperation[];
  /** The same text for the same changes; secrets are not in it. */
  readonly key: string;
}

/** A stack's difference with its own identity taken out. */
export function normaliseDifference({ operations }: StackDifference, identity: IdentityReplacer): NormalisedDifference {
  const normalised = operations.map((operation) => normaliseOperation(operation, identity));
  return { operations: normalised, key: JSON.stringify(normalised) };
}

function normaliseOperation(operation: Operation, identity: IdentityReplacer): GroupOperation {
  const { urn, name, properties, options, replacedWith, ...rest } = operation;
  return {
    ...rest,
    urn: identity.text(urn),
    name: identity.text(name),
    properties: properties.map((change) => normaliseChange(change, identity)),
    options: options.map((change) => withSides(change, change, identity)),
    ...(replacedWith === undefined ? {} : { replacedWith: identity.text(replacedWith) }),
  };
}

function normaliseChange(change: PropertyChange, identity: IdentityReplacer): DecidedChange {
  const part = differingJsonPart(change.before, change.after);
  const path = identity.text(change.path);
  return part === undefined
    ? { ...withSides(change, change, identity), path }
    : { ...withSides(change, part, identity), path, isPart: true };
}

/** A side that is not there stays away. */
function withSides<C extends PropertyChange | OptionChange>(
  change: C,
  sides: { readonly before?: unknown; readonly after?: unknown },
  identity: IdentityReplacer,
): C {
  return {
    ...change,
    ...("before" in change ? { before: identity.value(sides.before) } : {}),
    ...("after" in change ? { after: identity.value(sides.after) } : {}),
  };
}
