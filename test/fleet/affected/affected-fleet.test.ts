import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findAffected } from "../../../fleet/affected/affected-fleet.ts";
import { GitFleet } from "../../support/git-fleet.ts";

const project = join(import.meta.dirname, "../../..");

describe("whom an edit concerns", () => {
  let fleet: GitFleet;

  beforeEach(() => {
    fleet = new GitFleet();
  });

  afterEach(() => fleet.remove());

  const affected = async () => {
    const { changed, added, gone, stacks, failures } = await findAffected(await fleet.open("HEAD"));
    return { changed, added, gone, stacks, failures };
  };
  const nobody = { changed: [], added: [], gone: [], stacks: [], failures: [] };

  it("is nobody for a comment or another order of lines, in a tenant's file, a cell's and the fleet's", async () => {
    for (const file of ["tenants/acme-corp.yaml", "cells/us-1.yaml", "fleet.yaml"]) {
      fleet.write(file, `# a word\n${readFileSync(fleet.path(file), "utf8")}`);
    }
    assert.deepEqual(await affected(), nobody);
  });

  it("is the tenant whose own file says something else, the new one and the one that is gone", async () => {
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    rmSync(fleet.path("tenants/northwind-freight.yaml"));
    assert.deepEqual(await affected(), {
      ...nobody,
      changed: ["acme-corp"],
      added: ["green-kite"],
      gone: ["northwind-freight"],
    });
  });

  it("is every tenant of a tier but the one that overrides the value", async () => {
    cpSync(join(project, "tiers"), fleet.path("tiers"), { recursive: true, filter: (file) => !file.endsWith(".ts") });
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    fleet.copyTenant("blue-kite", "grey-kite", "k2k3m9qe");
    const text = readFileSync(fleet.path("tenants/grey-kite.yaml"), "utf8");
    fleet.write("tenants/grey-kite.yaml", `${text}overrides:\n  limits.api_requests_per_hour: 50\n`);
    fleet.commit("Kites");
    fleet.edit("tiers/free.yaml", "api_requests_per_hour: 100", "api_requests_per_hour: 90");
    const { changed, failures } = await affected();
    assert.deepEqual(failures, []);
    assert.deepEqual(changed, ["blue-kite", "green-kite"]);
  });

  it("is a cell's stacks and its tenants, and no other cell's", async () => {
    fleet.edit("cells/us-1.yaml", "recovery_region: us-west-2", "recovery_region: us-east-2");
    const { changed, stacks, failures } = await affected();
    assert.deepEqual(failures, []);
    assert.ok(changed.includes("acme-corp"));
    assert.ok(!changed.includes("umbra-health"));
    assert.ok(stacks.includes("cell-us-1"));
    assert.ok(!stacks.includes("cell-umbra-1"));
  });

  it("says of a tenant that cannot be planned where it is wrong, and of the others all the same", async () => {
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.write("tenants/blue-kite.yaml", `${readFileSync(fleet.path("tenants/blue-kite.yaml"), "utf8")}teir: free\n`);
    const { changed, failures } = await affected();
    assert.deepEqual(changed, ["acme-corp"]);
    assert.deepEqual(
      failures.map(({ stack, side, place }) => [stack, side, place?.split(":")[0]]),
      [["blue-kite", "head", "tenants/blue-kite.yaml"]],
    );
  });
});
