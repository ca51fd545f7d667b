import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { GitFleet } from "../../support/git-fleet.ts";

const comment = (text: string): string => `${text}# checked\n`;

describe("the two sides of a comparison", () => {
  let fleet: GitFleet;
  beforeEach(() => {
    fleet = new GitFleet();
  });

  afterEach(() => {
    fleet.remove();
  });

  it("sees no difference where nothing was edited, and names the commit on both sides", async () => {
    const commit = fleet.git("rev-parse", "HEAD");
    const { base, head, ...rest } = await fleet.open();
    assert.equal(base.commit, commit);
    assert.equal(head.commit, commit);
    assert.deepEqual(base.tenantIds(), ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]);
    assert.deepEqual(base.tenantIds(), head.tenantIds());
    assert.deepEqual(base.cellIds(), ["umbra-1", "us-1"]);
    assert.deepEqual(rest.touchedTenants, []);
    assert.equal(rest.areSharedFilesSame, true);
    assert.equal(rest.isSameProgram, true);
    assert.deepEqual(rest.warnings, []);
  });

  it("names edited, new, untracked and deleted tenants, labels the head, and reads both texts", async () => {
    const before = readFileSync(fleet.path("tenants/acme-corp.yaml"), "utf8");
    fleet.write("tenants/acme-corp.yaml", comment(before));
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    rmSync(fleet.path("tenants/northwind-freight.yaml"));
    const { base, head, touchedTenants } = await fleet.open();
    assert.deepEqual(touchedTenants, ["acme-corp", "green-kite", "northwind-freight"]);
    assert.equal(head.commit, `${fleet.git("rev-parse", "HEAD")}+dirty`);
    assert.equal(base.commit, fleet.git("rev-parse", "HEAD"));
    const asked = ["acme-corp", "green-kite", "northwind-freight", "nobody"];
    assert.deepEqual([...(await base.tenantTexts(asked)).keys()], ["acme-corp", "northwind-freight"]);
    assert.deepEqual([...(await head.tenantTexts(asked)).keys()], ["acme-corp", "green-kite"]);
    assert.equal((await base.tenantTexts(asked)).get("acme-corp"), before);
    assert.equal((await head.tenantTexts(asked)).get("acme-corp"), comment(before));
  });

  it("sees a tenant that git ignores, since the program reads its file all the same", async () => {
    fleet.write(".gitignore", "tenants/green-*\n");
    fleet.commit("Ignore");
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    const { touchedTenants, head } = await fleet.open();
    assert.deepEqual(touchedTenants, ["green-kite"]);
    assert.match(head.commit, /\+dirty$/);
  });

  it("compares with where a branch left the base, so that what others merged since is not its doing", async () => {
    const start = fleet.git("rev-parse", "HEAD");
    fleet.git("checkout", "-q", "-b", "more-users");
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.commit("Rename");
    fleet.git("checkout", "-q", "main");
    fleet.edit("tenants/blue-kite.yaml", "free", "free # still");
    fleet.commit("Meanwhile");
    fleet.git("checkout", "-q", "more-users");
    for (const ref of [undefined, "main"]) {
      const { base, touchedTenants } = await fleet.open(ref);
      assert.equal(base.commit, start);
      assert.deepEqual(touchedTenants, ["acme-corp"]);
    }
    const { touchedTenants } = await fleet.open("HEAD");
    assert.deepEqual(touchedTenants, []);
  });

  it("prefers the remote's default branch, and reads annotated tags and short ids", async () => {
    const first = fleet.git("rev-parse", "HEAD");
    fleet.git("tag", "-a", "release-1", "-m", "one");
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.commit("Rename");
    fleet.git("update-ref", "refs/remotes/origin/main", first);
    fleet.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    for (const ref of [undefined, "release-1", first.slice(0, 9), "HEAD~1"]) {
      const { base, touchedTenants } = await fleet.open(ref);
      assert.equal(base.commit, first);
      assert.deepEqual(touchedTenants, ["acme-corp"]);
    }
  });

  it("plans and synthesises both sides, puts down only what was asked for, and takes it away", async () => {
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    const comparison = await fleet.open();
    const { base, head } = comparison;
    assert.deepEqual(readdirSync(join(base.root, "tenants")), []);
    const nameOf = async (side: typeof base): Promise<string | undefined> => {
      const outcome = (await side.plans(["acme-corp"])).get("acme-corp");
      return outcome?.kind === "planned" ? outcome.plan.tenant.name : undefined;
    };
    assert.equal(await nameOf(base), "ACME Corporation");
    assert.equal(await nameOf(head), "ACME Incorporated");
    assert.deepEqual(readdirSync(join(base.root, "tenants")), ["acme-corp.yaml"]);
    const kinds: string[] = [];
    for await (const one of base.synthesise(["blue-kite", "nobody", "cell-us-1"])) kinds.push(one.kind);
    assert.deepEqual(kinds, ["synthesised", "failed", "synthesised"]);
    comparison.dispose();
    comparison.dispose();
    assert.equal(existsSync(base.root), false);
  });

  it("leaves the checkout, the index and .git as they are, even where the index is out of date", async () => {
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    utimesSync(fleet.path("tenants/blue-kite.yaml"), new Date(), new Date());
    const before = fleet.snapshot();
    const { base, head, touchedTenants } = await fleet.open();
    await base.plans(base.tenantIds());
    await head.plans(head.tenantIds());
    assert.deepEqual(touchedTenants, ["acme-corp", "green-kite"]);
    assert.deepEqual(fleet.snapshot(), before);
  });

  it("tells shared files apart from tenants' own", async () => {
    fleet.edit("cells/us-1.yaml", "tenants: ", "tenants:  ");
    assert.equal((await fleet.open()).areSharedFilesSame, false);
    fleet.git("checkout", "-q", ".");
    assert.equal((await fleet.open()).areSharedFilesSame, true);
    fleet.write("fleet.yaml", comment(readFileSync(fleet.path("fleet.yaml"), "utf8")));
    const { areSharedFilesSame, touchedTenants } = await fleet.open();
    assert.equal(areSharedFilesSame, false);
    assert.deepEqual(touchedTenants, []);
  });

  it("reads a fleet in a folder below the repository's top, and one that is new there", async () => {
    mkdirSync(fleet.path("production"));
    for (const name of ["fleet.yaml", "tenants", "cells"])
      renameSync(fleet.path(name), fleet.path(`production/${name}`));
    fleet.commit("Below");
    fleet.edit("production/tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    const root = fleet.path("production");
    const { base, touchedTenants } = await fleet.open("HEAD", root);
    assert.deepEqual(touchedTenants, ["acme-corp"]);
    assert.equal((await base.plans(["acme-corp"])).get("acme-corp")?.kind, "planned");
    const earlier = await fleet.open("HEAD~1", root);
    assert.deepEqual(earlier.base.tenantIds(), []);
    assert.deepEqual(earlier.touchedTenants, ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]);
  });

  it("is not led astray by the variables that git sets for its hooks", async () => {
    const other = new GitFleet();
    const before = { ...process.env };
    Object.assign(process.env, { GIT_DIR: other.path(".git"), GIT_INDEX_FILE: other.path(".git/index") });
    try {
      fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
      assert.deepEqual((await fleet.open()).touchedTenants, ["acme-corp"]);
    } finally {
      process.env = before;
      other.remove();
    }
  });
});
