import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";

/** What a value that the cloud made of a resource looks like, in ARNs and names: which characters go on with it. */
const goesOn = /[\w-]/;
/** Shortest value that is looked for: ids of an API Gateway usage plan have six characters. */
const shortest = 6;
/** Values that many things share and none is named by: accounts, moments, Regions, plain words and numbers. */
const namesNothing = /^(\d[\d.:TZ+-]*|[a-z]{2}(-[a-z]+)+-\d|[^\d:/]*)$/;

/** Value → URN of the one resource that it names. */
export type Identities = ReadonlyMap<string, string>;

/** Resources that are made in a cloud: no components, providers or references. */
export const isMade = ({ type }: SynthesisedResource): boolean =>
  !type.startsWith("tenantry:") && !type.startsWith("pulumi:");

/**
 * What each resource of a stack is known by: the ids, ARNs, addresses and names that the cloud makes of it. A value
 * that several have is that one's on which the others hang; one that unrelated resources share names none of them.
 */
export function identitiesOf({ resources, predicted }: SynthesisedStack): Identities {
  const byUrn = new Map(resources.filter(isMade).map((resource) => [resource.urn, resource]));
  const owners = new Map<string, Set<string>>();
  for (const { urn, value } of predicted) {
    for (const text of byUrn.has(urn) ? textsOf(value) : []) {
      owners.set(text, (owners.get(text) ?? new Set()).add(urn));
    }
  }
  return new Map(
    [...owners].flatMap(([text, urns]): [string, string][] => {
      const roots = [...urns].filter(
        (urn) => !(byUrn.get(urn)?.options.dependencies ?? []).some((one) => urns.has(one)),
      );
      const [root] = roots;
      return roots.length === 1 && root !== undefined ? [[text, root]] : [];
    }),
  );
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.length >= shortest && !namesNothing.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** URN of each resource → URNs of the other stack's resources that its inputs name, itself or by its provider. */
export function referencesTo(
  identities: Identities,
  { resources }: SynthesisedStack,
): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map(resources.map(({ urn, inputs }) => [urn, namedIn(JSON.stringify(inputs), identities)]));
  return new Map(
    resources.map(({ urn, options }) => [
      urn,
      new Set([...(named.get(urn) ?? []), ...(named.get(options.provider ?? "") ?? [])]),
    ]),
  );
}

const namedIn = (text: string, identities: Identities): ReadonlySet<string> =>
  new Set([...identities].filter(([value]) => holds(text, value)).map(([, urn]) => urn));

/** Whether `value` stands in `text` as a whole: `cache-1` is not in `cache-10`. */
function holds(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const isWhole = !goesOn.test(text[at - 1] ?? "") && !goesOn.test(text[at + value.length] ?? "");
    if (isWhole) return true;
  }
  return false;
}
