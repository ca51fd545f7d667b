import { deepEqual, equal, match, ok } from "node:assert/strict";
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { scanWorkflows } from "../../scripts/scanners/run-workflow-scanners.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly if?: string;
  readonly environment?: string;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = globSync(".github/{workflows,actions}/**/*.yml", { cwd: root }).toSorted();
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const workflow = (name: string): Workflow => parse(text(`.github/workflows/${name}.yml`)) as Workflow;
const jobs = (): readonly Job[] =>
  ["tenants", "tenants-previews", "tenants-comment"].flatMap((name) => Object.values(workflow(name).jobs));

describe("the workflows of a pull request (R-USE-2)", () => {
  it("give zizmor, actionlint and shellcheck nothing to find", async function () {
    this.timeout(600_000);
    deepEqual(await scanWorkflows(root), { zizmor: [], actionlint: [], shellcheck: [] });
  });

  const mutations: readonly ["zizmor" | "actionlint" | "shellcheck", string, string, string, RegExp][] = [
    ["zizmor", "workflows/tenants.yml", "persist-credentials: false", "fetch-tags: false", /artipacked|credential/],
    ["zizmor", "workflows/tenants.yml", "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", /unpinned-uses|hash/],
    [
      "zizmor",
      "workflows/tenants-comment.yml",
      "run: npm ci",
      `run: echo \${{ github.event.workflow_run.head_branch }}; npm ci`,
      /template-injection|template expansion/,
    ],
    [
      "zizmor",
      "workflows/tenants-comment.yml",
      "# zizmor: ignore[dangerous-triggers]",
      "#",
      /dangerous-triggers|insecure/,
    ],
    ["actionlint", "workflows/tenants.yml", "github.base_ref", "github.bass_ref", /bass_ref/],
    [
      "actionlint",
      "workflows/tenants-comment.yml",
      '"$RUNNER_TEMP/tenantry/plan.json"',
      "$RUNNER_TEMP/tenantry/plan.json",
      /SC2086/,
    ],
    [
      "shellcheck",
      "actions/tenantry-plan/plan.sh",
      'mkdir -p "$TENANTRY_REPORTS"',
      "mkdir -p $TENANTRY_REPORTS",
      /SC2086/,
    ],
  ];
  for (const [scanner, file, from, to, finding] of mutations) {
    it(`lets ${scanner} find ${to} in ${file}`, async function () {
      this.timeout(120_000);
      const { path, remove } = temporaryFolder();
      try {
        mkdirSync(join(path, ".git"));
        cpSync(join(root, ".github"), join(path, ".github"), { recursive: true });
        const whole = text(join(".github", file));
        ok(whole.includes(from), from);
        writeFileSync(join(path, ".github", file), whole.replace(from, to));
        match((await scanWorkflows(path))[scanner].join("\n"), finding);
      } finally {
        remove();
      }
    });
  }

  it("are excused from three findings only, each with its reason beside it", () => {
    const excused = files.flatMap((file) =>
      [...text(file).matchAll(/zizmor: ignore\[([a-z-]+)\] (\S.+)/g)].map(([, audit]) => `${file} ${audit}`),
    );
    equal(excused.length, files.flatMap((file) => [...text(file).matchAll(/zizmor: ignore/g)]).length);
    deepEqual(excused, [
      ".github/workflows/tenants-comment.yml dangerous-triggers",
      ".github/workflows/tenants-previews.yml self-repository",
      ".github/workflows/tenants.yml self-repository",
    ]);
  });

  it("pin every action by its commit, with the version beside it", () => {
    const uses = files.flatMap((file) =>
      text(file)
        .split("\n")
        .filter((line) => /^\s*- uses: (?!\.\/)/.test(line)),
    );
    equal(uses.length, 10);
    for (const line of uses) match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("start with no permission, give each job its least, and let none run for ever", () => {
    for (const name of ["tenants", "tenants-previews", "tenants-comment"]) {
      deepEqual(workflow(name).permissions, {}, name);
      ok(workflow(name).concurrency, name);
    }
    deepEqual(
      jobs().map(({ permissions }) => permissions),
      [
        { contents: "read" },
        { contents: "read", "id-token": "write" },
        { actions: "read", contents: "read", "pull-requests": "write" },
      ],
    );
    for (const job of jobs()) ok((job["timeout-minutes"] ?? 1000) <= 60);
  });

  it("run a stranger's code with no secret, and the cloud's login for branches of the repository only", () => {
    ok(files.every((file) => !/\bsecrets\b\s*[.[]|pull_request_target|secrets: inherit/.test(text(file))));
    deepEqual(Object.keys(workflow("tenants").on), ["pull_request"]);
    const { previews } = workflow("tenants-previews").jobs;
    match(previews?.if ?? "", /github\.event\.pull_request\.head\.repo\.full_name == github\.repository/);
    equal(previews?.environment, "tenantry-previews");
  });

  it("write with code of the default branch only, and with no word of the artifact but its data", () => {
    const steps = workflow("tenants-comment").jobs["comment"]?.steps ?? [];
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    deepEqual(
      checkouts.map((step) => step.with),
      [{ ref: `\${{ github.event.repository.default_branch }}`, "persist-credentials": false }],
    );
    deepEqual(
      steps.flatMap(({ run }) => run ?? []),
      [
        "npm ci --ignore-scripts --no-audit --no-fund",
        'node --disable-warning=ExperimentalWarning cli/main.ts comment "$RUNNER_TEMP/tenantry/plan.json"',
      ],
    );
  });

  it("put no expression into a shell's text", () => {
    const runs = [
      ...jobs().flatMap(({ steps }) => steps),
      ...(parse(text(".github/actions/tenantry-plan/action.yml")) as { runs: { steps: Job["steps"] } }).runs.steps,
    ].flatMap(({ run }) => run ?? []);
    equal(runs.length, 4);
    ok(runs.every((run) => !run.includes("${{")));
  });
});
