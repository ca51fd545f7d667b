import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestEngine, testEngine } from "../support/engine.ts";
import { runCli } from "../support/run-cli.ts";
import { sampleFleetUp } from "../support/sample-fleet.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("tenantry gate on the engine's own preview", function () {
  this.timeout(600_000);
  let engine: TestEngine;
  before(async () => {
    engine = await testEngine();
    await sampleFleetUp();
  });

  /** The gates over what `pulumi preview --json` says now. */
  function gated(stack: string) {
    const { projectFolder: cwd, environment: env } = engine;
    const preview = spawnSync("pulumi", ["preview", "--json", "--show-sames", "--stack", stack, "--non-interactive"], {
      cwd,
      env,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    });
    const { path, remove } = temporaryFolder();
    try {
      writeFileSync(join(path, "preview.json"), preview.stdout);
      return runCli(engine.fleetFolder, ["gate", "--preview", join(path, "preview.json")]);
    } finally {
      remove();
    }
  }

  it("R-USE-2 lets a tenant through where nothing changes, and refuses one whose resources get other names", () => {
    const fine = gated("blue-kite");
    deepEqual([fine.code, fine.stdout], [0, "blue-kite: no gate refuses\n"], fine.stderr);
    const file = join(engine.fleetFolder, "tenants/blue-kite.yaml");
    const committed = readFileSync(file, "utf8");
    writeFileSync(file, committed.replace("uid: b4h6x2wn", "uid: b4h6x2wz"));
    try {
      const refused = gated("blue-kite");
      equal(refused.code, 4, refused.stderr);
      match(refused.stdout, /refused data-bearing-replace blue-kite-bucket-objects bucket: /);
      match(refused.stdout, /refused name-changed blue-kite-bucket-objects bucket: /);
    } finally {
      writeFileSync(file, committed);
    }
  });
});
