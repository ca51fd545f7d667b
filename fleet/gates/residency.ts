import { isResident, residencies } from "../../model/residency.ts";
import { type RegionTouch, regionsTouched } from "../residency/regions-touched.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type Gate, type GatedChange, gateOf } from "./gate.ts";

/**
 * Nothing is placed outside the residency: a tenant's own, or of a cell or control plane the one that all it touched so
 * far is in. A stack that is already outside is held to what it does not touch yet.
 */
export const residency: Gate = gateOf("residency", (change) => {
  const { stack, base, head, difference } = change;
  if (head === undefined || difference.operations.length === 0) return [];
  const names = new Map(head.resources.map(({ urn, name }) => [urn, name]));
  const known = new Set(base === undefined ? [] : regionsTouched(base).map(markOf));
  const allowed = allowedBy(change);
  return regionsTouched(head)
    .filter((touch) => !allowed(touch.region) && !known.has(markOf(touch)))
    .map(({ urn, type, region }) => ({
      stack,
      resource: names.get(urn) ?? urn,
      property: "region",
      reason: `${type} is, or names something, in ${region}, which is outside ${residencyOf(change)}`,
    }));
});

const markOf = ({ urn, region }: RegionTouch): string => `${region} ${urn.split("::").slice(2).join("::")}`;

const residencyOf = ({ headPlan }: GatedChange): string =>
  headPlan === undefined ? "what the stack touched so far" : `the residency ${headPlan.tenant.residency}`;

function allowedBy({ base, headPlan }: GatedChange): (region: string) => boolean {
  if (headPlan !== undefined) return (region) => isResident(region, headPlan.tenant.residency);
  if (base === undefined) return () => true;
  const regions = regionsOf(base);
  const around = residencies.filter((one) => regions.every((region) => isResident(region, one)));
  return (region) => regions.includes(region) || around.some((one) => isResident(region, one));
}

const regionsOf = (stack: SynthesisedStack): readonly string[] => [
  ...new Set(regionsTouched(stack).map(({ region }) => region)),
];
