import type { RegionHolding, ResidencyOutcome } from "../../fleet/residency/prove-residency.ts";
import { printable } from "../../model/printable.ts";
import { columns, counted } from "./explain.ts";
import { typeName } from "./resource-uses.ts";

/** Types whose names are worth a place in a line; the others are counted. */
const mostTypes = 6;

const note = `Left out, since it holds no content: certificates, web ACLs and log deliveries of the edge, which CloudFront only knows in
us-east-1. Looked at is what the stacks declare: what a person makes beside them, and what an application sends
elsewhere, is in no stack.`;

/** Words the proof for a person; what is outside is named resource by resource. */
export function renderResidency(outcomes: readonly ResidencyOutcome[]): string {
  const proved = outcomes.filter((outcome) => outcome.kind === "judged" && outcome.proof.isProved).length;
  return [
    `${proved} of ${counted(outcomes.length, "tenant")} proved to stay inside their residency: replicas, backups, logs and keys included`,
    ...outcomes.flatMap(linesOf),
    "",
    note,
  ].join("\n");
}

function linesOf(outcome: ResidencyOutcome): readonly string[] {
  if (outcome.kind === "failed") {
    return [
      "",
      `${printable(outcome.tenant)}: NOT PROVED, since it could not be synthesised: ${printable(String((outcome.error as Error).message))}`,
    ];
  }
  const { tenant, residency, allowed, holdings, isProved } = outcome.proof;
  return [
    "",
    `${printable(tenant)}: ${isProved ? "inside" : "OUTSIDE"} ${residency} (${allowed.join(", ")})`,
    ...columns(holdings.map(rowOf)),
    ...holdings
      .filter(({ isInside }) => !isInside)
      .flatMap(({ resources }) => resources.map(({ urn, region }) => `    ${region}: ${printable(urn)}`)),
  ];
}

function rowOf({ stack, region, isInside, types }: RegionHolding): readonly string[] {
  const sorted = Object.entries(types).toSorted(([, one], [, other]) => other - one);
  const more = sorted.slice(mostTypes).reduce((sum, [, count]) => sum + count, 0);
  const shown = sorted.slice(0, mostTypes).map(([type, count]) => `${count} ${typeName(type)}`);
  return [
    printable(stack),
    region,
    isInside ? "inside" : "OUTSIDE",
    [...shown, ...(more > 0 ? [`${more} others`] : [])].join(", "),
  ];
}

/** The document of `tenantry residency --json`; its keys are a contract. */
export const residencyJson = (outcomes: readonly ResidencyOutcome[]): string =>
  JSON.stringify(
    {
      formatVersion: 1,
      tenants: outcomes.map((outcome) =>
        outcome.kind === "judged"
          ? outcome.proof
          : { tenant: outcome.tenant, isProved: false, error: String((outcome.error as Error).message) },
      ),
    },
    null,
    2,
  );
