import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GitFleet } from "../support/git-fleet.ts";
import { runCli } from "../support/run-cli.ts";

const project = join(import.meta.dirname, "../..");

describe("tenantry affected", function () {
  // Each test starts processes of its own.
  this.timeout(60_000);
  let fleet: GitFleet;
  let temporary: string;

  beforeEach(() => {
    fleet = new GitFleet();
    temporary = mkdtempSync(join(tmpdir(), "tenantry-own-"));
  });

  afterEach(() => {
    fleet.remove();
    rmSync(temporary, { recursive: true, force: true });
  });

  it("prints names on standard output, words on standard error, and ends with 2 only where asked to", () => {
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    const { code, stdout, stderr } = runCli(fleet.root, ["affected"]);
    assert.deepEqual([code, stdout], [0, "acme-corp\n"]);
    const commit = fleet.git("rev-parse", "HEAD").slice(0, 12);
    const words = "1 of 4 tenants are affected (1 changed, 0 new, 0 gone), and 0 other stacks";
    assert.equal(stderr, `${words}; ${commit} → ${commit}+dirty\n`);
    assert.equal(runCli(fleet.root, ["affected", "--detailed-exitcode"]).code, 2);
    fleet.commit("Rename");
    const after = runCli(fleet.root, ["affected", "--base", "HEAD", "--detailed-exitcode", "--json"]);
    assert.equal(after.code, 0);
    const { base, head, ...rest } = JSON.parse(after.stdout);
    assert.equal(base, head);
    const none = { affected: [], changed: [], added: [], gone: [], affectedStacks: [], failures: [], warnings: [] };
    assert.deepEqual(rest, { formatVersion: 1, ...none });
  });

  it("says what is wrong with a base and with a file, without a stack trace, and ends with 1 and 3", () => {
    const unknown = runCli(fleet.root, ["affected", "--base", "mian"]);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /^The base "mian" is no branch.*Did you mean --base main\?/s);
    assert.doesNotMatch(unknown.stderr, /\n\s+at /);
    fleet.edit("tenants/blue-kite.yaml", "tier: free", "tier: fre");
    const { code, stdout, stderr } = runCli(fleet.root, ["affected"]);
    assert.deepEqual([code, stdout], [3, ""]);
    assert.match(stderr, /^blue-kite \(head\): tenants\/blue-kite\.yaml:\d+:\d+.*TENANT_TIER_UNKNOWN/);
  });

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    it(`leaves nothing behind when it gets ${signal}, and ends with ${code}`, async () => {
      const child = holdOpen(fleet.root, temporary);
      const [ready] = await once(child.stdout, "data");
      assert.match(String(ready), /^open/);
      assert.equal(readdirSync(temporary).length, 1);
      child.kill(signal);
      assert.deepEqual(await once(child, "exit"), [code, null]);
      assert.deepEqual(readdirSync(temporary), []);
    });
  }

  it("takes away what a crash and a killed run left, and nothing of a run that goes on", async () => {
    const crashed = holdOpen(fleet.root, temporary, "setTimeout(() => { throw new Error('crash'); }, 0);");
    await once(crashed, "exit");
    assert.deepEqual(readdirSync(temporary), []);
    const [killed, living] = [holdOpen(fleet.root, temporary), holdOpen(fleet.root, temporary)];
    await Promise.all([once(killed.stdout, "data"), once(living.stdout, "data")]);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    mkdirSync(join(temporary, "tenantry-base-other"));
    writeFileSync(join(temporary, "tenantry-base-other", "owner"), "1 2 another machine");
    assert.equal(readdirSync(temporary).length, 3);
    assert.equal(runCli(fleet.root, ["affected"], { TMPDIR: temporary }).code, 0);
    assert.equal(readdirSync(temporary).length, 2);
    assert.ok(existsSync(join(temporary, "tenantry-base-other")));
    living.kill("SIGTERM");
    await once(living, "exit");
    assert.deepEqual(readdirSync(temporary), ["tenantry-base-other"]);
  });
});

/** A process that opens a comparison, says so, and stays. */
function holdOpen(root: string, temporary: string, then = "setInterval(() => {}, 1000);") {
  const opening = join(project, "fleet/base/open-comparison.ts");
  const script = `const { openComparison } = await import(${JSON.stringify(opening)});
    const { base } = await openComparison(${JSON.stringify(root)});
    await base.plans(base.tenantIds());
    console.log("open");
    ${then}`;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--disable-warning=ExperimentalWarning", "-e", script],
    {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  return child;
}
