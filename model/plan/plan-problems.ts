import type { Problem } from "../problems.ts";
import { isResident, regionsOf } from "../residency.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import { findAiProblems } from "./ai-problems.ts";
import { findCacheProblems } from "./cache-problems.ts";
import { findIdentityProblems } from "./identity-problems.ts";
import { placeOf } from "./problem-place.ts";

/** Everything for which a tenant cannot be planned as it stands, each at its place; empty where it can. */
export function findPlanProblems(resolved: ResolvedTenant, cell: CellSpec): readonly Problem[] {
  return [
    ...findCellProblems(resolved, cell),
    ...findPlacementProblems(resolved),
    ...findKeyProblems(resolved, cell),
    ...findResidencyProblems(resolved, cell),
    ...findIdentityProblems(resolved),
    ...findAiProblems(resolved, cell),
    ...findCacheProblems(resolved),
  ];
}

function findCellProblems(resolved: ResolvedTenant, cell: CellSpec): readonly Problem[] {
  const { spec } = resolved;
  if (spec.placement.cell === cell.id) {
    return [];
  }
  return [
    {
      ...placeOf(resolved, "placement.cell"),
      code: "TENANT_CELL_MISMATCH",
      path: "placement.cell",
      message: `the tenant is placed in cell ${spec.placement.cell}, but was planned for ${cell.id}`,
      found: cell.id,
      allowed: spec.placement.cell,
    },
  ];
}

function findPlacementProblems(resolved: ResolvedTenant): readonly Problem[] {
  const { spec, configuration } = resolved;
  const sold = configuration.infrastructure.isolation;
  if (spec.placement.isolation === sold) {
    return [];
  }
  return [
    {
      ...placeOf(resolved, "placement.isolation"),
      code: "TENANT_PLACEMENT_DIFFERS",
      path: "placement.isolation",
      message: `the data is at isolation ${spec.placement.isolation}, but tier ${configuration.tier} isolates by ${sold}; no edit of a file moves data`,
      found: spec.placement.isolation,
      allowed: sold,
      suggestion: `put the tier back, or type: tenantry change-tier ${spec.id}`,
    },
  ];
}

function findKeyProblems(resolved: ResolvedTenant, cell: CellSpec): readonly Problem[] {
  const path = "configuration.security.encryption.key_management";
  const { key_management: management, multi_region: multiRegion } =
    resolved.configuration.configuration.security.encryption;
  if (management !== "cloudhsm" || (cell.cloudhsm_key_store_id !== undefined && !multiRegion)) {
    return [];
  }
  const why =
    cell.cloudhsm_key_store_id === undefined
      ? { message: `the cell ${cell.id} has no CloudHSM key store`, suggestion: keyStoreSuggestion(cell.id) }
      : {
          message: "a key in a CloudHSM key store is never a multi-Region key",
          suggestion: "set encryption.multi_region to false, or use tenant_key",
        };
  return [
    {
      ...placeOf(resolved, path),
      code: "KEY_STORE_UNSUPPORTED",
      path,
      ...why,
      found: "cloudhsm",
      allowed: "cell_key, tenant_key",
    },
  ];
}

const keyStoreSuggestion = (cell: string): string =>
  `use tenant_key: standard KMS keys are kept in hardware security modules as well; or connect a key store in the account and write its id into cells/${cell}.yaml: cloudhsm_key_store_id: cks-…`;

function findResidencyProblems(resolved: ResolvedTenant, cell: CellSpec): readonly Problem[] {
  const { residency } = resolved.spec;
  const isCopied = resolved.configuration.infrastructure.recovery.cross_region;
  const regions = [cell.region, ...(isCopied ? [cell.recovery_region] : [])];
  return regions
    .filter((region) => !isResident(region, residency))
    .map((region) => ({
      ...placeOf(resolved, "residency"),
      code: "TENANT_RESIDENCY_LEFT",
      path: "residency",
      message: `cell ${cell.id} puts ${region === cell.region ? "data" : "the copies for recovery"} in ${region}, outside residency ${residency}`,
      found: region,
      allowed: regionsOf(residency).join(", "),
      suggestion: `place the tenant in a cell of residency ${residency}, or change the cell's ${region === cell.region ? "region" : "recovery_region"}`,
    }));
}
