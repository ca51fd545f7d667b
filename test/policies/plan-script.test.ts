import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FleetFolder } from "../support/fleet-folder.ts";

const project = join(import.meta.dirname, "../..");
const script = join(project, ".github/actions/tenantry-plan/plan.sh");

describe("the script of the action (R-USE-2)", function () {
  this.timeout(120_000);
  let fleet: FleetFolder;
  const reports = (): string => join(fleet.root, "reports");
  const git = (...words: string[]): void => {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const { status, stderr } = spawnSync("git", ["-C", fleet.root, ...identity, ...words], { encoding: "utf8" });
    equal(status, 0, stderr);
  };
  const run = (environment: Readonly<Record<string, string>> = {}) => {
    const { GITHUB_ACTIONS: _, ...inherited } = process.env;
    const own = { TENANTRY_FLEET_DIR: fleet.root, TENANTRY_BASE: "HEAD", TENANTRY_REPORTS: reports() };
    return spawnSync(script, { cwd: project, env: { ...inherited, ...own, ...environment }, encoding: "utf8" });
  };
  const plan = () => JSON.parse(readFileSync(join(reports(), "plan.json"), "utf8")) as { affected: readonly string[] };

  beforeEach(() => {
    fleet = new FleetFolder();
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "--message=base");
  });
  afterEach(() => fleet.remove());

  it("leaves the plan and the comment, also as the job's summary", () => {
    fleet.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 300");
    const summary = join(fleet.root, "summary.md");
    writeFileSync(summary, "before\n");
    const { status, stderr } = run({ GITHUB_STEP_SUMMARY: summary });
    equal(status, 0, stderr);
    deepEqual(plan().affected, ["acme-corp"]);
    const comment = readFileSync(join(reports(), "comment.md"), "utf8");
    match(comment, /\*\*1 of 4 tenants\*\* affected/);
    equal(readFileSync(summary, "utf8"), `before\n${comment}`);
  });

  it("ends with 3 where a file is wrong, and still plans the others and says so in the comment", () => {
    fleet.edit("tenants/acme-corp.yaml", "tier: professional", "tier: profesional");
    const { status, stderr } = run();
    equal(status, 3, stderr);
    match(readFileSync(join(reports(), "comment.md"), "utf8"), /Not safe to merge/);
  });

  it("leaves no plan of an earlier run behind where there is none to make", () => {
    mkdirSync(reports());
    writeFileSync(join(reports(), "plan.json"), "{}");
    const { status, stderr } = run({ TENANTRY_BASE: "no-such-branch" });
    equal(status, 1);
    match(stderr, /no-such-branch/);
    ok(!existsSync(join(reports(), "plan.json")));
  });

  it("says what it needs where it is not given", () => {
    match(run({ TENANTRY_BASE: "" }).stderr, /what to compare with, for example origin\/main/);
  });
});
