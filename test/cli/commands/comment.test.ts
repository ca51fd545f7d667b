import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { planJson } from "../../../fleet/report/plan-json.ts";
import { FakeGithub } from "../../support/fake-github.ts";
import { FakePlatform } from "../../support/fake-platform.ts";
import { planned, plantedFleet } from "../../support/reports/planned-fleet.ts";
import { runCli } from "../../support/run-cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const launcher = join(import.meta.dirname, "../../../cli/tenantry");

describe("tenantry comment", function () {
  this.timeout(120_000);
  let folder: string;
  let remove: () => void;
  let github: FakeGithub;
  let platform: FakePlatform;
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  /** Beside this process, which answers as GitHub meanwhile. */
  const run = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const { GITHUB_ACTIONS: _, GITHUB_REPOSITORY: __, CI_PROJECT_ID: ___, ...inherited } = process.env;
    const child = spawn(launcher, ["comment", ...args], { env: { ...inherited, ...environment } });
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    return { code: code as number | null, stdout, stderr };
  };
  const job = (): Readonly<Record<string, string>> => ({
    GITHUB_REPOSITORY: "o/r",
    GITHUB_TOKEN: "ghs_secret",
    GITHUB_API_URL: platform.url,
    GITHUB_EVENT_PATH: file("event.json", JSON.stringify({ pull_request: { number: 12 } })),
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_RUN_ID: "99",
  });

  beforeEach(async () => {
    ({ path: folder, remove } = temporaryFolder());
    github = new FakeGithub();
    platform = await FakePlatform.start(github.handle);
  });
  afterEach(async () => {
    await platform.stop();
    remove();
  });

  it("R-USE-2 writes one comment and one label, and edits them in the next run", async () => {
    github.files = [{ filename: "tenants/t-0007.yaml" }];
    const first = await run([file("plan.json", planJson(plantedFleet()))], job());
    deepEqual(first, {
      code: 0,
      stdout: "",
      stderr: 'Comment 100 on pull request #12 created, label "tenantry: danger".\n',
    });
    match(github.comments[0]?.body ?? "", /Not safe to merge/);
    match(github.comments[0]?.body ?? "", /https:\/\/github\.example\/o\/r\/actions\/runs\/99/);
    const second = await run([file("plan.json", planJson(planned()))], job());
    equal(second.stderr, 'Comment 100 on pull request #12 edited, label "tenantry: safe".\n');
    deepEqual(github.labels, ["tenantry: safe"]);
    equal(github.comments.length, 1);
    ok(platform.requests.every(({ headers }) => headers.authorization === "Bearer ghs_secret"));
  });

  it("R-USE-2 does not call safe what the change's own program planned", async () => {
    github.files = [{ filename: "fleet/gates/index.ts" }];
    const { stderr } = await run([file("plan.json", planJson(planned()))], job());
    equal(stderr, 'Comment 100 on pull request #12 created, label "tenantry: needs approval".\n');
    match(github.comments[0]?.body ?? "", /This change made its own plan/);
  });

  it("R-USE-2 writes nothing where a later commit made the plan outdated", async () => {
    const event = {
      workflow_run: {
        html_url: "https://github.example/run",
        head_sha: "a".repeat(40),
        head_branch: "more-users",
        head_repository: { full_name: "fork/r", owner: { login: "fork" } },
      },
    };
    const environment = { ...job(), GITHUB_EVENT_PATH: file("run.json", JSON.stringify(event)) };
    const { code, stderr } = await run([file("plan.json", planJson(planned()))], environment);
    equal(code, 0);
    match(stderr, /nothing is written/);
    deepEqual(github.comments, []);
  });

  it("says what to type without a job, without a token, without a plan and with another file", () => {
    const plan = file("plan.json", planJson(planned()));
    const other = file("other.json", "{}");
    const cases: readonly [readonly string[], Readonly<Record<string, string>>, number, RegExp][] = [
      [[plan], { GITHUB_REPOSITORY: "", CI_PROJECT_ID: "" }, 1, /tenantry comment plan\.json --dry-run/],
      [[plan], { GITHUB_REPOSITORY: "o/r", GITHUB_TOKEN: "" }, 1, /GITHUB_TOKEN is not set/],
      [[join(folder, "none.json")], {}, 1, /is not there\. Type first: tenantry plan --output/],
      [[folder], {}, 1, /is no file/],
      [[other], {}, 3, /formatVersion is not as tenantry plan --output of this version writes it/],
      [[plan, "--number", "0"], {}, 1, /a whole number above 0/],
    ];
    for (const [args, environment, code, words] of cases) {
      const done = runCli(folder, ["comment", ...args], environment);
      match(done.stderr, words);
      equal(done.code, code, done.stderr);
      ok(!/\n\s+at /.test(done.stderr), done.stderr);
    }
  });

  it("prints the comment with --dry-run, asking nobody", () => {
    const { code, stdout } = runCli(folder, ["comment", file("plan.json", planJson(planned())), "--dry-run"]);
    equal(code, 0);
    match(stdout, /^<!-- tenantry:plan:fleet -->\n## ✅ Safe to merge/);
  });
});
