import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { closedPlaces, databaseRights, hasDatabase } from "./database-rights.ts";
import { kubernetesRights } from "./kubernetes-rights.ts";
import type { Right } from "./right.ts";
import type { RightGrowth } from "./right-growth.ts";
import { givesNoMore, serviceRights } from "./service-rights.ts";
import { StackResources } from "./stack-resources.ts";

type Side = Pick<SynthesisedStack, "resources" | "predicted">;

const kinds = [kubernetesRights, databaseRights, serviceRights];

/** Rights in Kubernetes, PostgreSQL and services that the head gives and the base did not. */
export function rightChanges(base: Side, head: Side): readonly RightGrowth[] {
  const [before, after] = [new StackResources(base), new StackResources(head)];
  const grown = kinds.flatMap((rightsOf) => withoutKnown(rightsOf(after), rightsOf(before)));
  const reopened = withoutKnown(closedPlaces(before), closedPlaces(after)).filter((place) => hasDatabase(after, place));
  return byResource([...grown, ...reopened]);
}

/** Those that no other covers. Rights of the same beginning are few, so each is held against them alone. */
function withoutKnown(rights: readonly Right[], known: readonly Right[]): readonly Right[] {
  const near = Map.groupBy(known, ({ parts }) => parts.slice(0, 2).join(" "));
  return rights.filter(
    ({ parts }) => !(near.get(parts.slice(0, 2).join(" ")) ?? []).some((one) => coversRight(one.parts, parts)),
  );
}

const coversRight = (wide: readonly string[], narrow: readonly string[]): boolean =>
  wide[0] === "cache user"
    ? givesNoMore(narrow[2] ?? "", wide[2] ?? "")
    : wide.length === narrow.length && wide.every((part, index) => part === "*" || part === narrow[index]);

const shown = 3;

function byResource(rights: readonly Right[]): readonly RightGrowth[] {
  const groups = Map.groupBy(rights, ({ resource, property }) => `${resource} ${property}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const more = group.length - shown;
    const examples = group.slice(0, shown).map(({ words }) => words);
    return first === undefined
      ? []
      : [
          {
            resource: first.resource,
            property: first.property,
            reason: `a right grows: ${examples.join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
          },
        ];
  });
}
