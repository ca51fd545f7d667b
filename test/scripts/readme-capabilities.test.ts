import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { capabilityRows, declaredIn } from "../../scripts/capability-rows.ts";
import { withCapabilities } from "../../scripts/readme-capabilities.ts";

describe("README", () => {
  it("R-TIER-8 says what a tenant of each level owns and shares, as the code has it; mended by `npm run readme`", async () => {
    const readme = readFileSync("README.md", "utf8");
    equal(readme, await withCapabilities(readme));
  }).timeout(60_000);

  it("says own of what is declared, and of what is not that it is the cell's", () => {
    const row = (name: string) => capabilityRows.find(([capability]) => capability === name)?.[1];
    const key = { type: "aws:kms/key:Key", name: "one-key" };
    deepEqual(
      [row("KMS key")?.(declaredIn("shared", [])), row("KMS key")?.(declaredIn("schema", [key]))],
      ["cell", "own"],
    );
  });
});
