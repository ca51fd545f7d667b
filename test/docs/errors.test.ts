import { deepEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");
const pages = join(project, "docs/errors");

/** Names in capitals that are not the product's own codes. */
const foreign = new Set(["TAG_RESOLVE_FAILED", "QUOTE_DOUBLE", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87"]);

const folders = ["files", "model", "tiers", "cells", "catalog", "application", "tenants", "cli/new", "cli/report"];

/** Every code that the sources can refuse a file with. */
function codesInSources(): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("sample"))
      .map((file) => join(project, folder, file)),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"([A-Z]{2,}(?:_[A-Z0-9]+)+)"/g)].map(([, code = ""]) => code),
  );
  return [...new Set(codes)].filter((code) => !foreign.has(code)).toSorted();
}

describe("docs/errors", () => {
  it("R-TEN-2 has a page for every code, and no page without one", () => {
    const written = readdirSync(pages).filter((file) => file !== "README.md");
    deepEqual(written.map((file) => file.replace(".md", "")).toSorted(), codesInSources());
  });

  it("says on every page what to do, and lists it in the index", () => {
    const index = readFileSync(join(pages, "README.md"), "utf8");
    for (const code of codesInSources()) {
      ok(readFileSync(join(pages, `${code}.md`), "utf8").includes("**What to do.** "), code);
      ok(index.includes(`[${code}](${code}.md)`), code);
    }
  });
});
