import { matchResources } from "../diff/match-resources.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { findWidenings } from "./compare-policies.ts";
import { identitySubjects } from "./identity-subjects.ts";
import { noPolicy } from "./policy.ts";
import { isStillThere, policyInputs, resourceSubjects } from "./resource-subjects.ts";
import type { RightGrowth } from "./right-growth.ts";
import { StackResources } from "./stack-resources.ts";
import type { Subject } from "./subject.ts";
import { describeWidenings } from "./widening-words.ts";

type Side = Pick<SynthesisedStack, "resources" | "predicted">;

/** Rights by policies of AWS that the head gives and the base did not. */
export function policyGrowth(base: Side, head: Side): readonly RightGrowth[] {
  const [before, after] = [new StackResources(base), new StackResources(head)];
  const matched = matchResources(base.resources, head.resources).before;
  const former = ({ urn, name }: SynthesisedResource): string => matched.get(urn)?.name ?? name;
  const own = ({ name }: SynthesisedResource): string => name;
  const known = new Map(
    [...identitySubjects(before, own), ...resourceSubjects(before, own)].map((subject) => [subject.key, subject]),
  );
  const current = [...identitySubjects(after, former), ...resourceSubjects(after, former)];
  const currentKeys = new Set(current.map(({ key }) => key));
  return [
    // A boundary of something new bounds what is reported anyway.
    ...current
      .filter(({ key }) => known.has(key) || !key.startsWith("boundary "))
      .flatMap((subject) => grown(known.get(subject.key), subject)),
    ...guardsGone(before, after)
      .flatMap((keys) => keys.flatMap((key) => known.get(key) ?? []))
      .filter(({ key }) => !currentKeys.has(key))
      .flatMap((subject) => grown(subject, { ...subject, policy: noPolicy })),
  ];
}

function grown(base: Subject | undefined, head: Subject): readonly RightGrowth[] {
  const widenings = findWidenings(base?.policy ?? noPolicy, head.policy, head);
  return widenings.length === 0
    ? []
    : [{ resource: head.resource, property: head.property, reason: describeWidenings(widenings, base !== undefined) }];
}

/** Keys of resources' policies whose resources are still there. */
const guardsGone = (before: StackResources, after: StackResources): readonly (readonly string[])[] =>
  before.all
    .map((resource) => ({ resource, inputs: policyInputs(resource) }))
    .filter(({ resource, inputs }) => inputs.length > 0 && isStillThere(resource, after))
    .map(({ resource, inputs }) => inputs.map((name) => `${resource.type} ${resource.name} ${name}`));
