import { deepEqual, match, ok, throws } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFrameworks } from "../../catalog/frameworks/index.ts";
import { leastOf } from "../../model/resolve/floors.ts";
import { overridablePaths } from "../../model/resolve/known-paths.ts";
import { patchOf, valueAt } from "../../model/resolve/leaves.ts";
import { mergePatch } from "../../model/resolve/merge-patch.ts";
import { orders } from "../../model/resolve/orders.ts";
import { TierSpec } from "../../model/specs/tier-spec.ts";
import { tierNamed } from "../support/tenant-sources.ts";

const frameworks = readFrameworks();
const { spec } = tierNamed("professional");

describe("the frameworks of the catalog", () => {
  it("R-CMP-1 are the seven that tenants can name", () => {
    deepEqual(
      frameworks.map(({ id }) => id),
      ["ccpa", "fedramp_moderate", "gdpr", "hipaa", "iso27001", "pci_dss", "soc2"],
    );
  });

  for (const { id, floors } of frameworks) {
    it(`R-CMP-1 every floor of ${id} stands on a setting, with a value that it can have, a control and a source`, () => {
      ok(floors.length > 0);
      for (const floor of floors) {
        const path = floor.path.split(".");
        const isSetting = overridablePaths(spec).includes(floor.path) || valueAt(spec, path) !== undefined;
        ok(isSetting, floor.path);
        ok(TierSpec.safeParse(mergePatch(spec, patchOf(path, leastOf(floor.demand)))).success, floor.path);
        ok(!(floor.path in orders) || "minimum" in floor.demand, floor.path);
        match(floor.control, /\S/);
        match(floor.source, /^https:\/\//);
      }
    });
  }

  it("is one file more for one framework more, named like it", () => {
    const folder = mkdtempSync(join(tmpdir(), "frameworks-"));
    try {
      const write = (id: string) =>
        writeFileSync(
          join(folder, "house-rules.ts"),
          `export const framework = { id: "${id}", title: "House", floors: [] };`,
        );
      write("house_rules");
      deepEqual(
        readFrameworks(folder).map(({ id }) => id),
        ["house_rules"],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a file whose framework is named otherwise", () => {
    const folder = mkdtempSync(join(tmpdir(), "frameworks-"));
    try {
      writeFileSync(
        join(folder, "house-rules.ts"),
        `export const framework = { id: "other", title: "House", floors: [] };`,
      );
      throws(() => readFrameworks(folder), /must export a framework with the id "house_rules"/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
