import { deepEqual, equal, ok } from "node:assert/strict";
import { accessSync, constants, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../..");
const text = readFileSync(join(root, "docs/examples/gitlab-ci.yml"), "utf8");

interface Job {
  readonly script: readonly string[];
  readonly timeout: string;
  readonly rules?: readonly { readonly if: string }[];
  readonly environment?: { readonly name: string };
  readonly variables?: Readonly<Record<string, string>>;
}

describe("the example for GitLab (R-USE-2)", () => {
  const { "tenantry-plan": plan, "tenantry-comment": comment } = parse(text) as Readonly<Record<string, Job>>;

  it("plans without a token, by the script that GitHub's action runs", () => {
    ok(plan && !plan.environment);
    const script = plan.script.find((line) => line.endsWith(".sh"));
    accessSync(join(root, script ?? ""), constants.X_OK);
    const needed = [...readFileSync(join(root, script ?? ""), "utf8").matchAll(/^: "\$\{(\w+):\?/gm)].map(
      ([, name]) => name,
    );
    deepEqual(
      needed.filter((name) => plan.variables?.[name ?? ""] === undefined),
      [],
    );
  });

  it("comments with the default branch's code, in the one environment that has the token, and not for forks", () => {
    ok(comment);
    equal(comment.environment?.name, "tenantry-comment");
    ok(comment.rules?.every((rule) => rule.if.includes("$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID")));
    const words = comment.script.join("\n");
    ok(
      words.indexOf("FETCH_HEAD") < words.indexOf("npm ci") &&
        words.includes('comment "$CI_PROJECT_DIR/reports/plan.json"'),
    );
  });
});
