import { deepEqual, ok } from "node:assert/strict";
import { namedRows, requirementRows, rowsIn } from "../../scripts/requirements.ts";

describe("requirements", () => {
  it("R-DEV-1 every row that a test names exists", () => {
    const rows = new Set(requirementRows());
    deepEqual(
      namedRows().filter(({ row }) => !rows.has(row)),
      [],
    );
  });

  it("lists the rows of the page once each", () => {
    const rows = requirementRows();
    deepEqual(rows.length, new Set(rows).size);
    ok(rows.includes("R-INF-10"));
  });

  it("writes a range out", () => {
    const family = "R-TIER-";
    deepEqual(rowsIn(`${family}7…9`), [`${family}7`, `${family}8`, `${family}9`]);
  });
});
