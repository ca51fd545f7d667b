import { deepEqual, equal, match } from "node:assert/strict";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runPulumi } from "../../automation/engine/run-pulumi.ts";
import { manifestPath } from "../../stacks/bundle.mjs";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { sampleFleetUp } from "../support/sample-fleet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const repository = join(import.meta.dirname, "../..");

describe("the program that Pulumi starts", function () {
  this.timeout(600_000);
  let engine: TestEngine;

  const preview = (environment: Readonly<Record<string, string>> = {}) =>
    runPulumi({
      arguments: ["preview", "--stack", "blue-kite", "--non-interactive", "--color", "never"],
      projectFolder: engine.projectFolder,
      environment: { ...engine.environment, ...environment },
    });

  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
  });

  it("R-TEN-2 shows a mistake in a file with its place and no stack, and touches nothing", async () => {
    const file = join(engine.fleetFolder, "tenants/blue-kite.yaml");
    const committed = readFileSync(file, "utf8");
    writeFileSync(file, committed.replace("tier: free", "tier: fre"));
    try {
      const { code, stdout } = await preview();
      equal(code === 0, false);
      match(
        stdout,
        /error: tenants\/blue-kite\.yaml:\d+:\d+ TENANT_TIER_UNKNOWN tier: .* · found fre · allowed .* · did you mean free\?/,
      );
      equal(/\n\s+at .*\.(ts|js|cjs|mjs):\d+/.test(stdout), false);
      equal(/\d+ to (create|update|delete|replace)/.test(stdout), false);
    } finally {
      writeFileSync(file, committed);
    }
  });

  it("R-USE-1 declares the same from the sources as from the bundle", async () => {
    const manifest = join(repository, manifestPath("program"));
    renameSync(manifest, `${manifest}.aside`);
    try {
      const { code, stdout } = await preview();
      deepEqual(
        [code, /\d+ unchanged/.test(stdout), /to (create|update|delete|replace)/.test(stdout)],
        [0, true, false],
      );
    } finally {
      renameSync(`${manifest}.aside`, manifest);
    }
  });

  it("leaves nothing in the temporary folder behind", async () => {
    const folder = temporaryFolder();
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = folder.path;
    try {
      equal((await preview()).code, 0);
      deepEqual(readdirSync(folder.path), []);
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      folder.remove();
    }
  });
});
