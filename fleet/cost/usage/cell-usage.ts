import { cellProfile } from "../../../catalog/usage-profiles/cell-itself.ts";
import type { UsageLevel } from "../../../model/usage-profile.ts";
import type { SynthesisedResource } from "../../synth/synthesised-stack.ts";
import { hoursPerMonth } from "../charges/charge.ts";
import { charges, type UsageCharge } from "./usage-charge.ts";

/** Whether these are a cell's resources. */
export const isCell = (resources: readonly Pick<SynthesisedResource, "type">[]): boolean =>
  resources.some(({ type }) => type === "tenantry:components:Cell");

/** What a cell is charged for its own use at this level, whoever its tenants are. */
export function cellUsage(level: UsageLevel): readonly UsageCharge[] {
  const amount = (key: keyof typeof cellProfile) => cellProfile[key].bands[level];
  return [
    ...charges("network", {
      "logs.ingested": amount("flowLogsGb"),
      "vpc.endpoint-data": amount("endpointDataGb"),
      "lb.capacity": amount("balancerUnits") * hoursPerMonth,
    }),
    ...charges("cluster logs", { "logs.ingested": amount("clusterLogsGb") }),
    ...charges("trail", { "cloudtrail.data-events": amount("trailEvents") }),
  ];
}
