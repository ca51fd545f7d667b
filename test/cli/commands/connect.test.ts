import { equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const project = join(import.meta.dirname, "../../..");

describe("tenantry connect and configure", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  after(() => folder.remove());
  const tenantry = (...words: string[]) =>
    spawnSync(join(project, "cli/tenantry"), words, {
      encoding: "utf8",
      env: { ...process.env, TENANTRY_SANDBOX_DIR: folder.path, TENANTRY_FLEET_DIR: project },
    });

  it("name the tenant that was probably meant, or how to make one", () => {
    const slip = tenantry("connect", "acme-crop");
    equal(slip.status, 1);
    match(slip.stderr, /^There is no tenant "acme-crop" .*Did you mean acme-corp\?\n$/);
    const unknown = tenantry("configure", "zzzzzzzz");
    equal(unknown.status, 1);
    match(
      unknown.stderr,
      /^There is no tenant or cell "zzzzzzzz" .*us-1\. For a new tenant type: tenantry new zzzzzzzz\n$/,
    );
  });

  it("say how to start a sandbox that does not run, and touch nothing", () => {
    for (const words of [
      ["connect", "acme-corp", "--json"],
      ["configure", "us-1"],
    ]) {
      const stopped = tenantry(...words);
      equal(stopped.status, 1);
      equal(stopped.stderr, `The sandbox in ${folder.path} does not run. Start it: tenantry sandbox start\n`);
      equal(stopped.stdout, "");
    }
  });
});
