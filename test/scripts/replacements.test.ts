import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replacementFiles } from "../../scripts/replacement-files.ts";
import { countedRules } from "../../scripts/replacements/counted-rules.ts";

const repository = join(import.meta.dirname, "../..");
const folder = join(repository, "catalog/replacements");

describe("the committed rules of replacement", () => {
  it("are those that the providers' definitions make (npm run replacements)", () => {
    const files = replacementFiles();
    deepEqual(readdirSync(folder).sort(), [...files.keys()].sort());
    for (const [name, text] of files) equal(readFileSync(join(folder, name), "utf8"), text, name);
  });

  it("are counted in the documentation, outside data and ours apart", () => {
    const { outside, ours, corrected } = countedRules();
    ok(outside > 100 && ours > 100 && corrected > 0);
    const page = readFileSync(join(repository, "docs/plan-exactness.md"), "utf8");
    ok(page.includes(`${outside} come from outside data`), `${outside} come from outside data`);
    ok(page.includes(`${ours} are ours`), `${ours} are ours`);
    ok(page.includes(`${corrected} more`), `${corrected} more`);
  });
});
