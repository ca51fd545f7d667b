import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { makeBundle } from "../../scripts/make-bundle.ts";
import { freshBundle } from "../../stacks/bundle.mjs";

const repository = join(import.meta.dirname, "../..");

describe("the bundle of the command line", () => {
  const run = (program: string, args: readonly string[]) => {
    const words = ["--disable-warning=ExperimentalWarning", join(repository, program), ...args];
    const env = { ...process.env, TENANTRY_FLEET_DIR: repository, NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env });
    return { status, stdout, stderr };
  };

  before(async () => {
    await makeBundle("cli");
  });

  it("is used while it is the sources at hand", () => {
    equal(freshBundle("cli"), join(repository, "dist/cli.cjs"));
  });

  for (const args of [
    ["--help"],
    ["synth", "blue-kite", "--json"],
    ["check", "--json"],
    ["models", "--json"],
    ["synth", "no-such-tenant"],
    ["sandbox", "--help"],
    ["demo", "--help"],
    ["connect", "no-such-tenant"],
  ]) {
    it(`prints for \`tenantry ${args.join(" ")}\` what the sources print`, () => {
      deepEqual(run("cli/main.mjs", args), run("cli/main.ts", args));
    });
  }
});
