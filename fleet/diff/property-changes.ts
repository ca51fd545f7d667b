import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { type ChangedPlace, changedPlaces } from "./changed-places.ts";
import { withIgnored } from "./ignored-changes.ts";
import type { ReplacementRules } from "./package-rules/replacement-rules.ts";
import { formatPath, isWithin, type PropertyPath, parsePath } from "./property-path.ts";
import { replacementRules } from "./replacement-rules.ts";
import type { PropertyChange, RuleSource } from "./stack-difference.ts";

type Properties = Readonly<Record<string, unknown>>;

/** One resource on both sides. */
export interface ResourceSides {
  readonly before: SynthesisedResource;
  readonly resource: SynthesisedResource;
  /** The head's inputs with what the cloud will have answered by then. */
  readonly inputs: Properties;
  /** Inputs of the explicit provider. */
  readonly provider: Properties | undefined;
}

/** Properties that a provider would find changed, with those marked that cannot change in place. */
export function propertyChanges({ before, resource, inputs, provider }: ResourceSides): readonly PropertyChange[] {
  const rules = replacementRules(resource.type, provider);
  const given = withMadeUpName(
    withIgnored(inputs, before.inputs, resource.options.ignoreChanges),
    before.inputs,
    rules,
  );
  const watched = (resource.options.replaceOnChanges ?? []).map(parsePath);
  return changedPlaces(rules.comparable(before.inputs), rules.comparable(given)).map((place) =>
    changeOf(place, rules.forcedBy(place.path, before.inputs) ?? watching(place.path, watched)),
  );
}

const watching = (path: PropertyPath, watched: readonly PropertyPath[]): RuleSource | undefined =>
  watched.some((each) => isWithin(path, each)) ? "ours" : undefined;

function changeOf({ path, before, after }: ChangedPlace, forcesReplace: RuleSource | undefined): PropertyChange {
  return {
    path: formatPath(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(forcesReplace === undefined ? {} : { forcesReplace }),
  };
}

/** A name that the program no longer gives stays what it is: the provider keeps the recorded one. */
function withMadeUpName(inputs: Properties, before: Properties, { madeUpName }: ReplacementRules): Properties {
  if (madeUpName === undefined || before[madeUpName] === undefined) return inputs;
  const isGiven = inputs[madeUpName] !== undefined || inputs[`${madeUpName}Prefix`] !== undefined;
  return isGiven ? inputs : { ...inputs, [madeUpName]: before[madeUpName] };
}
