import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findModel, modelAliases } from "../../catalog/models/index.ts";

describe("catalog/models", () => {
  it("R-AI-6 says of every model whose it is, where its card is, why it may be used and who answers for it", () => {
    for (const alias of modelAliases()) {
      const model = findModel(alias);
      ok(model, alias);
      match(model.cardUrl, /^https:\/\//);
      ok(model.title && model.vendor && model.purpose.endsWith(".") && model.owner, alias);
      const { successor } = model.lifecycle;
      ok(successor === undefined || findModel(successor), `${alias} → ${successor}`);
    }
  });

  it("R-AI-1 finds a model by its file alone: a new file is a new model", () => {
    const folder = mkdtempSync(join(tmpdir(), "models-"));
    try {
      writeFileSync(join(folder, "house-1.ts"), 'export const model = { alias: "house-1" };\n');
      writeFileSync(join(folder, "odd-1.ts"), 'export const model = { alias: "other" };\n');
      equal(findModel("house-1", folder)?.alias, "house-1");
      equal(findModel("house-2", folder), undefined);
      equal(findModel("../house-1", folder), undefined);
      throws(() => findModel("odd-1", folder), /must export a model with the alias "odd-1"/);
      deepEqual(modelAliases(folder), ["house-1", "odd-1"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
