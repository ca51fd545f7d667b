import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ComparisonError } from "../../../fleet/base/comparison-error.ts";
import type { Comparison, FleetSide } from "../../../fleet/base/fleet-side.ts";
import { compareStacks } from "../../../fleet/diff/compare-stacks.ts";
import { isPlanChanged } from "../../../fleet/plan/stack-change.ts";
import { SecretValue } from "../../../fleet/synth/index.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { ProblemsError } from "../../../model/problems.ts";
import { runGit } from "../../support/git-fleet.ts";

const project = join(import.meta.dirname, "../../..");
const sources = [
  ...["application", "catalog", "cells", "components", "files", "fleet", "model", "stacks", "tenants", "tiers"],
  ...["fleet.yaml", "package.json", "package-lock.json"],
];
const isCopied = (path: string): boolean => !path.includes("/stacks/config");

describe("a base with another program", () => {
  let root: string;
  let openComparison: (root: string, ref?: string) => Promise<Comparison>;
  const opened: Comparison[] = [];

  // A copy of the project in a repository of its own, so that the program has a history to compare with.
  before(async function () {
    this.timeout(60_000);
    root = mkdtempSync(join(tmpdir(), "tenantry-project-"));
    for (const name of sources) cpSync(join(project, name), join(root, name), { recursive: true, filter: isCopied });
    symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
    writeFileSync(join(root, ".gitignore"), "node_modules\n");
    runGit(root, "init", "-q", "-b", "main");
    runGit(root, "add", "-A");
    runGit(root, "commit", "-q", "-m", "The project");
    ({ openComparison } = await import(join(root, "fleet/base/open-comparison.ts")));
  });

  afterEach(() => {
    for (const comparison of opened.splice(0)) comparison.dispose();
    runGit(root, "checkout", "-q", ".");
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  const open = async (ref = "HEAD"): Promise<Comparison> => {
    const comparison = await openComparison(root, ref);
    opened.push(comparison);
    return comparison;
  };

  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(join(root, file), "utf8");
    assert.ok(text.includes(from), `${file} does not hold ${from}`);
    writeFileSync(join(root, file), text.replace(from, to));
  };

  const synthesised = async (side: FleetSide, stack: string): Promise<SynthesisedStack> => {
    for await (const one of side.synthesise([stack])) {
      if (one.kind === "synthesised") return one.stack;
      throw one.error;
    }
    return assert.fail("nothing was synthesised");
  };

  const planOf = async (side: FleetSide, id: string): Promise<TenantPlan> => {
    const outcome = (await side.plans([id])).get(id);
    return outcome?.kind === "planned" ? outcome.plan : assert.fail(`${id} was not planned`);
  };

  it("is the same program where sources that declare nothing, prices or locked packages differ; the last is warned of", async () => {
    edit("package-lock.json", '"lockfileVersion": 3', '"lockfileVersion":  3');
    edit("application/sample/main.ts", "import", "// a word\nimport");
    edit("fleet/base/open-comparison.ts", "import", "// a word\nimport");
    const { isSameProgram, warnings, head } = await open();
    assert.equal(isSameProgram, true);
    assert.deepEqual(warnings.length, 1);
    assert.match(warnings[0] ?? "", /package-lock\.json differs.*installed here/);
    assert.match(head.commit, /\+dirty$/);
  });

  it("plans and synthesises the base by the base's own program, secrets and all", async function () {
    this.timeout(60_000);
    edit("model/plan/plan-tenant.ts", "export function planTenant", "// a word\nexport function planTenant");
    writeFileSync(join(root, "components/untracked.ts"), "export const untracked = 1;\n");
    try {
      const { base, head, isSameProgram, areSharedFilesSame, touchedTenants } = await open();
      assert.equal(isSameProgram, false);
      assert.equal(areSharedFilesSame, true);
      assert.deepEqual(touchedTenants, []);
      for (const id of base.tenantIds()) {
        const [before, after] = [await planOf(base, id), await planOf(head, id)];
        assert.equal(isPlanChanged({ base: before, head: after }), false);
        assert.equal(JSON.stringify(before), JSON.stringify(after));
      }
      for (const stack of ["acme-corp", "cell-us-1"]) {
        const [before, after] = [await synthesised(base, stack), await synthesised(head, stack)];
        assert.deepEqual(revealed(before), revealed(after));
        assert.deepEqual(compareStacks(before, after).operations, []);
      }
      assert.ok(secretsIn(await synthesised(base, "acme-corp")).length > 0, "the tenant declares secrets");
    } finally {
      rmSync(join(root, "components/untracked.ts"));
    }
  });

  it("stops synthesising when nobody asks for more, and answers what is asked next", async () => {
    edit("model/naming.ts", "import", "// a word\nimport");
    const { base } = await open();
    const ids = base.tenantIds();
    for await (const one of base.synthesise([...ids, ...ids, ...ids])) {
      assert.equal(one.kind, "synthesised");
      break;
    }
    assert.deepEqual([...(await base.plans(ids)).keys()], ids);
  });

  it("hands over what is wrong with a file of the base as the base's program says it", async () => {
    edit("tenants/blue-kite.yaml", "tier: free", "tier: fre");
    runGit(root, "commit", "-q", "-a", "-m", "A slip");
    try {
      edit("tenants/blue-kite.yaml", "tier: fre", "tier: free");
      edit("model/naming.ts", "import", "// a word\nimport");
      const { base, head } = await open();
      const outcome = (await base.plans(["blue-kite"])).get("blue-kite");
      assert.equal(outcome?.kind, "failed");
      assert.equal((outcome.error as ProblemsError).name, ProblemsError.name);
      assert.deepEqual(
        (outcome.error as ProblemsError).problems.map(({ code, file }) => [code, file]),
        [["TENANT_TIER_UNKNOWN", "tenants/blue-kite.yaml"]],
      );
      assert.equal((await head.plans(["blue-kite"])).get("blue-kite")?.kind, "planned");
    } finally {
      runGit(root, "reset", "-q", "--hard", "HEAD~1");
    }
  });

  it("says of a base that is too old, or that cannot be loaded, that it is", async () => {
    const refusal = { name: ComparisonError.name };
    runGit(root, "rm", "-q", "fleet/synth/fleet.ts");
    runGit(root, "commit", "-q", "-m", "Too old");
    runGit(root, "checkout", "-q", "HEAD~1", "--", ".");
    const old = (await open()).base;
    await assert.rejects(old.plans(["acme-corp"]), {
      ...refusal,
      message: /too old.*it has no fleet\/synth\/fleet\.ts/,
    });
    runGit(root, "reset", "-q", "--hard", "HEAD~1");
    edit("model/plan/plan-tenant.ts", "import", 'import "no-such-package";\nimport');
    runGit(root, "commit", "-q", "-a", "-m", "Not loadable");
    runGit(root, "checkout", "-q", "HEAD~1", "--", ".");
    const broken = (await open()).base;
    await assert.rejects(broken.plans(["acme-corp"]), { ...refusal, message: /cannot be loaded: .*no-such-package/ });
    runGit(root, "reset", "-q", "--hard", "HEAD~1");
  });
});

/** A stack as text, with its secrets in the clear beside a mark. */
function revealed(stack: SynthesisedStack): string {
  return JSON.stringify(stack, undefined, 1).concat(secretsIn(stack).join());
}

function secretsIn(value: unknown): readonly string[] {
  if (value instanceof SecretValue || (value as SecretValue | null)?.reveal !== undefined) {
    return [`secret: ${JSON.stringify((value as SecretValue).reveal())}`];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(secretsIn);
}
