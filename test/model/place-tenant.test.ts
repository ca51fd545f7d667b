import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
  type CellUsage,
  nothingUsed,
  shortagesOf,
  shortagesWithNewcomer,
  sumUsage,
  usageOfTenant,
} from "../../model/cell-usage.ts";
import { placeTenant } from "../../model/place-tenant.ts";
import type { CellSpec } from "../../model/specs/cell-spec.ts";
import { cellNamed, tierNamed } from "../support/tenant-sources.ts";

const us1 = cellNamed("us-1");
const us2: CellSpec = { ...us1, id: "us-2" };
const tier = (name: string) => tierNamed(name).spec;
const place = (
  name: string,
  cells: readonly CellSpec[],
  usage: Record<string, Partial<CellUsage>> = {},
  residency = "us",
) =>
  placeTenant({
    tier: tier(name),
    residency,
    cells,
    usage: new Map(Object.entries(usage).map(([id, used]) => [id, { ...nothingUsed, ...used }])),
  });
const reasonAgainst = (name: string, cell: CellSpec, used: Partial<CellUsage> = {}) => {
  const proposal = place(name, [cell], { [cell.id]: used });
  return proposal.kind === "none" ? proposal.refused[0]?.reason : undefined;
};

describe("placeTenant", () => {
  it("proposes an open cell of the residency, for the tier, and says why", () => {
    deepEqual(place("professional", [us1]), {
      kind: "proposed",
      cell: "us-1",
      isolation: "schema",
      reason: "us-1 is open in us-east-1, inside residency us, takes professional, and would hold 1 of 320 tenants",
    });
  });

  it("prefers the emptier cell, and the first by name among equals", () => {
    const chosen = (usage: Record<string, Partial<CellUsage>>) => {
      const proposal = place("free", [us2, us1], usage);
      return proposal.kind === "proposed" && proposal.cell;
    };
    equal(chosen({}), "us-1");
    equal(chosen({ "us-1": { tenants: 10 } }), "us-2");
  });

  for (const [what, cell, used, reason] of [
    ["that is draining", { ...us1, state: "draining" }, {}, "is draining"],
    ["that does not take the tier", { ...us1, tiers: ["free"] }, {}, "takes free, not enterprise"],
    [
      "outside the residency",
      { ...us1, region: "eu-west-1" },
      {},
      "would put data into eu-west-1, outside residency us",
    ],
    [
      "whose recovery is outside the residency",
      { ...us1, recovery_region: "eu-west-1" },
      {},
      "would put data into eu-west-1, outside residency us",
    ],
    [
      "that is full but for its head room",
      us1,
      { tenants: 320 },
      "is full: 321 tenants would be in use, 320 are for use (400 less 20 % head room)",
    ],
    [
      "whose roles are used up",
      us1,
      { roles: 636 },
      "is full: 641 roles would be in use, 640 are for use (800 less 20 % head room)",
    ],
    [
      "that AWS' own quota would refuse, where the file does not say that it was raised",
      us1,
      { database_instances: 29 },
      "is full: 33 database_instances would be in use, 32 are for use (40 less 20 % head room)",
    ],
    [
      "with no quota",
      { ...us1, capacity: { ...us1.capacity, buckets: 0 } },
      {},
      "has no capacity for buckets: its file says none",
    ],
    [
      "with an unknown quota",
      { ...us1, capacity: { ...us1.capacity, roles: undefined } },
      {},
      "has no capacity for roles: its file says none",
    ],
  ] as const) {
    it(`does not propose a cell ${what}, and proposes its twin`, () => {
      equal(reasonAgainst("enterprise", cell as CellSpec, used), reason);
      equal(reasonAgainst("enterprise", us1, { tenants: 319, roles: 635 }), undefined);
    });
  }

  it("R-TIER-8 gives a cluster tenant an empty cell of its own and nothing else", () => {
    const umbra = cellNamed("umbra-1");
    equal(reasonAgainst("custom", umbra), undefined);
    equal(
      reasonAgainst("custom", umbra, { tenants: 1 }),
      "is full: 2 tenants would be in use, 1 are for use (1 less 0 % head room)",
    );
    equal(
      reasonAgainst("custom", { ...us1, tiers: ["custom"] }),
      "is shared by up to 400 tenants; tier custom has a cell of its own",
    );
  });

  it("names every cell's reason where none has room, and says none where there is no cell", () => {
    const proposal = place("free", [us1, us2], {}, "eu");
    deepEqual(proposal.kind === "none" && proposal.refused.map(({ cell }) => cell), ["us-1", "us-2"]);
    deepEqual(place("free", []), { kind: "none", refused: [] });
  });

  it("never overfills a cell, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("free", "professional", "enterprise"),
        fc.nat(400),
        fc.nat(4500),
        fc.nat(900),
        (name, tenants, database_connections, buckets) => {
          const used = { ...nothingUsed, tenants, database_connections, buckets };
          if (place(name, [us1], { "us-1": used }).kind === "proposed") {
            const filled = sumUsage([used, usageOfTenant(tier(name), tier(name).infrastructure.isolation)]);
            deepEqual(shortagesWithNewcomer(us1, filled), []);
          }
        },
      ),
    );
  });

  it("takes nobody in for whom AWS' own quota has no room, and leaves alone who is there already", () => {
    const many = { ...nothingUsed, event_rules: 300 };
    deepEqual(shortagesOf(us1, many), []);
    deepEqual(shortagesWithNewcomer(us1, many), [{ resource: "event_rules", used: 300, capacity: 240 }]);
    deepEqual(shortagesOf({ ...us1, capacity: { ...us1.capacity, event_rules: 299 } }, many), [
      { resource: "event_rules", used: 300, capacity: 299 },
    ]);
  });

  it("counts what each level takes of its cell", () => {
    const usage = (name: string) => usageOfTenant(tier(name), tier(name).infrastructure.isolation);
    deepEqual(usage("free"), {
      tenants: 1,
      database_connections: 2,
      namespaces: 1,
      user_pools: 0,
      buckets: 1,
      roles: 0,
      database_instances: 0,
      caches: 0,
      backup_vaults: 0,
      event_rules: 0,
      alarms: 0,
    });
    deepEqual(usage("enterprise"), {
      tenants: 1,
      database_connections: 0,
      namespaces: 1,
      user_pools: 1,
      buckets: 2,
      roles: 5,
      database_instances: 4,
      caches: 1,
      backup_vaults: 1,
      event_rules: 2,
      alarms: 40,
    });
    ok(
      shortagesOf(us1, { ...nothingUsed, tenants: 401 }).length === 1 &&
        shortagesOf(us1, { ...nothingUsed, tenants: 400 }).length === 0,
    );
  });
});
