import { controlPlaneNames } from "../control-plane-names.ts";
import { namePrefix } from "../naming.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { AccountPlace, ControlPlanePlan, GuardedAccountPlan } from "./control-plane-plan.ts";
import { planCostAttribution } from "./plan-cost-attribution.ts";
import { fleetTags } from "./plan-tags.ts";

/** Seven years: evidence outlives every retention that a framework of the catalog asks for (HIPAA: six). */
const evidenceDays = 2555;

/** On everywhere: AWS' own practices, and the benchmark that auditors ask for. */
const standards = ["aws-foundational-security-best-practices/v/1.0.0", "cis-aws-foundations-benchmark/v/3.0.0"];

/**
 * What operates on the fleet: keys, evidence, and detection in each account and Region that a cell uses.
 *
 * What an account has once, or once a Region, is the control plane's, whichever cells share the account: so no two
 * stacks ever declare the same switch, and none changes hands when a cell comes or goes.
 *
 * @param cells all of the fleet's
 * @param phase `active` where absent: keys and evidence outlive a destroy
 */
export function planControlPlane(
  fleet: FleetSpec,
  cells: readonly CellSpec[],
  phase: ControlPlanePlan["phase"] = "active",
): ControlPlanePlan {
  const { account_id: accountId, region } = fleet.control_plane;
  const names = controlPlaneNames(namePrefix(fleet), accountId);
  const place = { accountId, region, partition: partitionOf(region) };
  return {
    place,
    key: { aliasName: names.keyAlias, rotationPeriodDays: 90, deletionWindowDays: 30 },
    signingKey: { aliasName: names.signingKeyAlias, keySpec: "ML_DSA_65", deletionWindowDays: 30 },
    evidence: { bucketName: names.evidenceBucket, retentionDays: evidenceDays },
    trail: {
      trailName: names.trail,
      ...(fleet.control_plane.organization_id === undefined
        ? {}
        : { organizationId: fleet.control_plane.organization_id }),
    },
    recordsBucketName: names.recordsBucket,
    busName: names.bus,
    findingsRuleName: names.findingsRule,
    analyzerName: names.analyzer,
    standards,
    ...(fleet.control_plane.cost_attribution === true ? { costs: planCostAttribution(namePrefix(fleet), cells) } : {}),
    guarded: planGuards(place, cells, names),
    tags: { ...fleetTags(fleet), "cost-allocation": "control-plane" },
    phase,
  };
}

/** Each account with the Regions that it is used in, copies for recovery included; the control plane's own is first. */
function planGuards(
  own: AccountPlace,
  cells: readonly CellSpec[],
  names: ReturnType<typeof controlPlaneNames>,
): readonly GuardedAccountPlan[] {
  const used = new Map<string, { place: AccountPlace; regions: Set<string> }>();
  const use = (place: AccountPlace, regions: readonly string[]) => {
    const known = used.get(place.accountId) ?? { place, regions: new Set<string>() };
    for (const region of regions) known.regions.add(region);
    used.set(place.accountId, known);
  };
  use(own, [own.region]);
  for (const cell of cells.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const place = { accountId: cell.account_id, partition: cell.partition, region: cell.region };
    use(place, [cell.region, cell.recovery_region]);
  }
  return [...used.values()].map(({ place, regions }) => ({
    place,
    regions: [...regions].sort(),
    recorderRoleName: names.recorderRole,
    forwarderRoleName: names.forwarderRole,
  }));
}

/** Partitions by Region prefix (https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html). */
function partitionOf(region: string): string {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return region.startsWith("cn-") ? "aws-cn" : "aws";
}
