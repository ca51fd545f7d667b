import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { isResident, regionsOf, residencies } from "../../../model/residency.ts";
import type { CellSpec } from "../../../model/specs/cell-spec.ts";
import { application, cellNamed, committed, fleet, resolved } from "../../support/tenant-sources.ts";

const regionName =
  /\b[a-z]{2}(?:-gov)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)+-\d\b/g;

const ids = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

/** Two Regions of one residency, or one twice where it has no other. */
const places = fc.constantFrom(...residencies).chain((residency) =>
  fc.record({
    residency: fc.constant(residency),
    region: fc.constantFrom(...regionsOf(residency)),
    recoveryRegion: fc.constantFrom(...regionsOf(residency)),
  }),
);
const partitionOf = (region: string): CellSpec["partition"] => (region.startsWith("us-gov-") ? "aws-us-gov" : "aws");

describe("residency of plans", () => {
  it("R-CMP-4 R-INF-6 names no Region outside the residency in the plan of any tenant: bucket, copy, vaults and keys", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), places, (id, { residency, region, recoveryRegion }) => {
        // Without models: where one may be called from is another question, and has its own answer.
        const tenant = { ...resolved(committed(`tenants/${id}.yaml`)), models: [] };
        const cell = cellNamed(tenant.spec.placement.cell);
        const moved: CellSpec = {
          ...cell,
          residency,
          region,
          recovery_region: recoveryRegion,
          partition: partitionOf(region),
        };
        const plan = planTenant({ ...tenant, spec: { ...tenant.spec, residency } }, moved, fleet, application);
        const { origins: _files, notices: _texts, ...declared } = plan;
        const regions = [...new Set(JSON.stringify(declared).match(regionName))];
        ok(regions.includes(region));
        deepEqual(
          regions.filter((named) => !isResident(named, residency)),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });
});
