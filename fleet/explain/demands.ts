import type { Place } from "../../model/provenance.ts";
import { demandFrameworks, placeOfFramework } from "../../model/resolve/demanded-frameworks.ts";
import { byStrictness, describeDemand, floorsOf, isSatisfied, leastOf } from "../../model/resolve/floors.ts";
import type { ChainLink } from "../../model/resolve/resolved-tenant.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";

/** What one framework that the tenant names demands of a setting. */
export interface FrameworkDemand {
  readonly framework: string;
  readonly title: string;
  readonly control: string;
  /** `at least 12`. */
  readonly demand: string;
  /** What the control says, in a sentence. */
  readonly reason: string;
  /** Where to read it. */
  readonly source: string;
  /** Where the tenant's file names the framework. */
  readonly place: Place;
  /**
   * `raised`: it made the value what it is · `exceeded`: a stricter one did, or the layers below already say more ·
   * `met`: the layers below say as much.
   */
  readonly effect: "raised" | "met" | "exceeded";
}

/**
 * What the tenant's frameworks demand of the setting at `path`, the strictest first: where two of them differ, the
 * first decides. Empty where none has to do with it.
 */
export function demandsOf(explained: ExplainedTenant, path: string, value: unknown): readonly FrameworkDemand[] {
  const { frameworks } = demandFrameworks(explained.sources);
  const chain = explained.tenant.resolved.chains[path] ?? [];
  return floorsOf(frameworks)
    .filter((floor) => floor.path === path)
    .toSorted((one, other) => byStrictness(other, one))
    .map((floor) => {
      const { framework, control, demand, reason, source } = floor;
      const isMoreThanAsked = leastOf(demand) !== value && isSatisfied(floor, value);
      return {
        framework: framework.id,
        title: framework.title,
        control,
        demand: describeDemand(demand),
        reason,
        source,
        place: placeOfFramework(explained.sources, framework),
        effect: isRaisedBy(chain, framework.id, control) ? "raised" : isMoreThanAsked ? "exceeded" : "met",
      };
    });
}

/** The last link decided. */
const isRaisedBy = (chain: readonly ChainLink[], framework: string, control: string): boolean =>
  chain.at(-1)?.reason === `${framework} ${control}`;
