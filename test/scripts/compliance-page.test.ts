import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFrameworks } from "../../catalog/frameworks/index.ts";
import { controlledPathsOf } from "../../model/framework.ts";
import { compliancePage } from "../../scripts/compliance-page.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/compliance.md"), "utf8");

describe("docs/compliance.md", () => {
  it("R-CMP-1 is what npm run compliance writes", () => equal(page, compliancePage()));

  it("R-CMP-1 has a row with evidence for every control of every framework", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| ["));
    equal(rows.length, readFrameworks().flatMap(controlledPathsOf).length);
    deepEqual(
      rows.filter((line) => !/ \| `[a-z]+(-[a-z]+)*`(, `[a-z-]+`)* \|$/.test(line)),
      [],
    );
    ok(rows.some((line) => line.includes("SA-9(5)") && line.includes("`residency`: us or us_gov")));
  });
});
