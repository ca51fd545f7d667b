import { isGateName } from "../../model/gates.ts";
import { dangerOfGate } from "../plan/danger.ts";
import { type ChangeGroup, type Danger, dangers, type FleetPlan, type GroupOperation } from "../plan/fleet-plan.ts";
import { dangerWords } from "./danger-words.ts";
import type { SharedFinding } from "./findings.ts";

/** One thing that a reader has to know before merging: a danger, or what a gate holds that is no danger to resources. */
export interface Concern {
  /** A danger, `off-boarding`, or the name of a gate. */
  readonly kind: string;
  readonly title: string;
  /** Ids of all stacks that it concerns. */
  readonly stacks: ReadonlySet<string>;
  /** Findings of gates about it: none, where no gate looks at it. */
  readonly findings: readonly SharedFinding[];
  /** The operation that shows it best, with the first stack that it happens to. */
  readonly example?: { readonly operation: GroupOperation; readonly stack: string };
}

/** Everything that somebody has to look at, refused first, then by danger. Empty where nothing needs a look. */
export function concernsOf(
  { groups }: Pick<FleetPlan, "groups">,
  findings: readonly SharedFinding[],
): readonly Concern[] {
  const found = Map.groupBy(findings, ({ gate }) => kindOfGate(gate));
  const operations = dangerousOperations(groups);
  const kinds = [...dangers, ...found.keys(), offBoarding].filter((kind) => operations.has(kind) || found.has(kind));
  const concerns = [...new Set(kinds)].map((kind): Concern => {
    const seen = operations.get(kind);
    const about = found.get(kind) ?? [];
    return {
      kind,
      title: titleOf(kind),
      stacks: new Set([...(seen?.stacks ?? []), ...about.flatMap(({ stacks }) => stacks)]),
      findings: about,
      ...(seen === undefined ? {} : { example: seen.example }),
    };
  });
  return concerns.toSorted((one, other) => Number(isRefused(other)) - Number(isRefused(one)));
}

/** A gate that says nothing of a danger holds something else: a place, a price, room. */
function kindOfGate(gate: string): string {
  const danger = isGateName(gate) ? dangerOfGate(gate) : "none";
  return danger === "none" ? gate : danger;
}

/** Whether a gate refuses it, so that it cannot be merged as it is. */
export const isRefused = ({ findings }: Concern): boolean => findings.some(({ verdict }) => verdict === "refused");

function titleOf(kind: string): string {
  if (kind === offBoarding) return "Off-boarding asked for";
  const known = dangers.find((danger) => danger === kind);
  if (known !== undefined) return dangerWords[known].title;
  // A gate's name becomes words; what is no such name, or could be taken for a commit, stands beside this as it is.
  if (!/^[a-z][a-z-]{1,62}$/.test(kind) || /[a-f]{7}/.test(kind)) return "Another gate";
  const words = kind.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

interface Seen {
  readonly stacks: Set<string>;
  readonly example: { readonly operation: GroupOperation; readonly stack: string };
}

/** Tenants whose files are gone: no merge destroys them, but somebody has to know. */
const offBoarding = "off-boarding";

/** Dangers that need somebody's approval, with all stacks that have them. */
function dangerousOperations(groups: readonly ChangeGroup[]): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const group of groups) {
    for (const [danger, operation] of worstOperations(group)) {
      const known = seen.get(danger) ?? {
        stacks: new Set<string>(),
        example: { operation, stack: group.tenants[0] ?? "" },
      };
      for (const stack of group.tenants) known.stacks.add(stack);
      seen.set(danger, known);
    }
  }
  return seen;
}

/**
 * Each danger of a group that needs approval, with the operation that has it; where nobody judged by operation, with the
 * likeliest one.
 */
function worstOperations({ danger, operations, isOffBoarding }: ChangeGroup): ReadonlyMap<string, GroupOperation> {
  const [likeliest] = operations.toSorted((one, other) => weight(other) - weight(one));
  if (likeliest === undefined) return new Map();
  if (isOffBoarding) return new Map([[offBoarding, likeliest]]);
  const worst = new Map<Danger, GroupOperation>();
  for (const operation of operations) {
    if (operation.danger !== undefined && !worst.has(operation.danger)) worst.set(operation.danger, operation);
  }
  if (!worst.has(danger)) worst.set(danger, likeliest);
  return new Map([...worst].filter(([kind]) => dangerWords[kind].needsApproval));
}

const opWeights = { delete: 3, replace: 3, update: 1, create: 0 } as const;
const weight = ({ op, isDataBearing }: GroupOperation): number => opWeights[op] + (isDataBearing ? 1 : 0);
