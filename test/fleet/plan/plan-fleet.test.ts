import { deepEqual, equal, ok } from "node:assert/strict";
import { renameSync } from "node:fs";
import type { FleetPlan } from "../../../fleet/plan/fleet-plan.ts";
import { planFleet } from "../../../fleet/plan/plan-fleet.ts";
import { GitFleet } from "../../support/git-fleet.ts";

const today = "2026-11-24";

/** What a plan says, without how it was found. */
const answer = ({ effort: _, cost: __, ...rest }: FleetPlan) => ({
  ...rest,
  groups: rest.groups.map(({ tenants, danger, operations }) => ({
    tenants,
    danger,
    operations: JSON.stringify(operations),
  })),
});

describe("the plan of a fleet", () => {
  let fleet: GitFleet;
  beforeEach(() => {
    fleet = new GitFleet();
  });
  afterEach(() => fleet.remove());

  const plan = async (isExhaustive = false) => planFleet(await fleet.open("HEAD"), { today, isExhaustive });

  it("R-USE-2 says that a comment's edit affects nobody", async () => {
    fleet.edit("tenants/blue-kite.yaml", "schema_version: 1", "schema_version: 1 # as before");
    const { affected, groups, failures } = await plan();
    deepEqual({ affected, groups, failures }, { affected: [], groups: [], failures: [] });
  });

  it("R-USE-2 says the same by classes and exhaustively, of tenants alike, an override that differs and a gone file", async () => {
    for (const [id, uid] of [
      ["green-kite", "g4h6x2wn"],
      ["red-kite", "r4h6x2wn"],
    ] as const) {
      fleet.copyTenant("blue-kite", id, uid);
    }
    fleet.commit("More tenants");
    for (const id of ["blue-kite", "green-kite", "red-kite"]) {
      fleet.edit(
        `tenants/${id}.yaml`,
        "isolation: shared }",
        `isolation: shared }\noverrides:\n  limits.max_users: ${id === "red-kite" ? 3 : 4}`,
      );
    }
    fleet.copyTenant("northwind-freight", "southwind", "s5r8c3vz");
    fleet.edit("tenants/acme-corp.yaml", "technology", "retail");
    renameSync(fleet.path("tenants/umbra-health.yaml"), fleet.path("umbra-health.yaml"));
    const [byClasses, exhaustive] = [await plan(), await plan(true)];
    deepEqual(answer(byClasses), answer(exhaustive));
    deepEqual(byClasses.affected, ["acme-corp", "blue-kite", "green-kite", "red-kite", "southwind", "umbra-health"]);
    const kites = byClasses.groups.filter(({ tenants }) => tenants.some((id) => id.endsWith("-kite")));
    deepEqual(
      kites.map(({ tenants }) => tenants),
      // All that changes for them is what is published, which is secret.
      [["acme-corp", "blue-kite", "green-kite", "red-kite"]],
    );
    const [offBoarding] = byClasses.groups.filter((group) => group.isOffBoarding);
    deepEqual(offBoarding?.tenants, ["umbra-health"]);
    equal(offBoarding?.danger, "data-bearing");
    ok(byClasses.effort.synthesised < exhaustive.effort.synthesised);
  });

  it("tells of a tenant that cannot be planned, with its place, and plans the others", async () => {
    fleet.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
    fleet.edit(
      "tenants/blue-kite.yaml",
      "isolation: shared }",
      "isolation: shared }\noverrides:\n  limits.max_users: 4",
    );
    const { failures, affected } = await plan();
    deepEqual(
      failures.map(({ stack, side, place }) => ({ stack, side, place: place?.split(":")[0] })),
      [{ stack: "acme-corp", side: "head", place: "tenants/acme-corp.yaml" }],
    );
    deepEqual(affected, ["blue-kite"]);
  });

  it("knows a renamed file by its uid", async () => {
    fleet.copyTenant("blue-kite", "black-kite", "b4h6x2wn");
    renameSync(fleet.path("tenants/blue-kite.yaml"), fleet.path("blue-kite.yaml"));
    deepEqual((await plan()).renamed, [{ from: "blue-kite", to: "black-kite" }]);
  });
});
