import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ComparisonError } from "../../../fleet/base/comparison-error.ts";
import { GitFleet, runGit } from "../../support/git-fleet.ts";

describe("what a comparison cannot be made of", () => {
  let fleet: GitFleet;
  let elsewhere: string;

  beforeEach(() => {
    fleet = new GitFleet();
    elsewhere = mkdtempSync(join(tmpdir(), "tenantry-elsewhere-"));
  });

  afterEach(() => {
    fleet.remove();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  async function refusal(ref?: string, root = fleet.root): Promise<string> {
    const error: unknown = await fleet.open(ref, root).then(
      () => assert.fail("nothing was refused"),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof ComparisonError, String(error));
    return error.message;
  }

  it("says which branch, tag or commit was meant where a base is unknown", async () => {
    fleet.git("branch", "release");
    assert.match(
      await refusal("relaese"),
      /"relaese" is no branch, tag or commit.*\nDid you mean --base release\?\nKnown: main, release\.\n.*git fetch/s,
    );
    assert.match(await refusal("HEAD:tenants"), /is no branch, tag or commit/);
    assert.match(await refusal("main..release"), /is no branch, tag or commit/);
    fleet.git("update-ref", "refs/remotes/origin/feature", "HEAD");
    assert.match(await refusal("feature"), /Did you mean --base origin\/feature\?/);
    assert.equal((await fleet.open("release")).touchedTenants.length, 0);
  });

  it("never hands a name to git that it would take for an option", async () => {
    const file = join(elsewhere, "written");
    for (const ref of [`--output=${file}`, "-h", "--all", "", "a\0b"]) {
      assert.match(await refusal(ref), /cannot be the name of a base.*e\.g\. --base origin\/main/);
    }
    assert.equal(existsSync(file), false);
  });

  it("says how to get the history that a shallow clone lacks, of a base and of where a branch left it", async () => {
    fleet.git("checkout", "-q", "-b", "change");
    fleet.commit("One");
    fleet.commit("Two");
    fleet.git("checkout", "-q", "main");
    fleet.commit("Meanwhile");
    fleet.git("checkout", "-q", "change");
    const clone = join(elsewhere, "clone");
    runGit(elsewhere, "clone", "-q", "--depth", "1", "--branch", "change", `file://${fleet.root}`, clone);
    assert.match(await refusal("main", clone), /The clone is shallow.*git fetch --unshallow.*fetch-depth: 0/s);
    runGit(clone, "fetch", "-q", "--depth", "1", "origin", "main:main");
    assert.match(
      await refusal("main", clone),
      /does not reach back to where main and the checked-out commit parted.*git fetch --unshallow/,
    );
    runGit(clone, "fetch", "-q", "--unshallow");
    assert.equal((await fleet.open("main", clone)).base.commit, fleet.git("merge-base", "main", "change"));
  });

  it("compares with a base of another history as it is, and says so", async () => {
    fleet.git("checkout", "-q", "--orphan", "other");
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.commit("Another beginning");
    const { warnings, touchedTenants } = await fleet.open("main");
    assert.deepEqual(warnings, [
      "main and the checked-out commit have no history in common; compared with main as it is",
    ]);
    assert.deepEqual(touchedTenants, ["acme-corp"]);
  });

  it("says what to type in a folder without a repository, without a commit, and without a checkout", async () => {
    cpSync(fleet.root, elsewhere, { recursive: true });
    rmSync(join(elsewhere, ".git"), { recursive: true });
    assert.match(await refusal(undefined, elsewhere), /is not in a git repository.*`git init`.*`tenantry check`/s);
    runGit(elsewhere, "init", "-q");
    assert.match(await refusal(undefined, elsewhere), /has no commit yet.*`git commit`/);
    const bare = join(elsewhere, "bare.git");
    runGit(elsewhere, "clone", "-q", "--bare", fleet.root, bare);
    assert.match(await refusal(undefined, bare), /bare repository.*TENANTRY_FLEET_DIR/);
    assert.match(await refusal(undefined, join(elsewhere, "nowhere")), /There is no folder .*nowhere/);
  });

  it("says that git is missing where it is", async () => {
    const program = new URL("../../../fleet/base/open-comparison.ts", import.meta.url).href;
    const script = `import(${JSON.stringify(program)}).then((m) => m.openComparison(${JSON.stringify(fleet.root)})).catch((e) => console.log(e.name, e.message))`;
    const { stdout } = spawnSync(process.execPath, ["-e", script], { env: { PATH: elsewhere }, encoding: "utf8" });
    assert.match(stdout, /^ComparisonError The base is read with the git program, which is not on PATH\. Install git/);
  });

  it("says of a sparse checkout which files would look deleted", async () => {
    fleet.git("sparse-checkout", "set", "--no-cone", "/*", "!/tenants/acme-corp.yaml");
    assert.match(await refusal(), /leaves out 1 of .*"tenants\/acme-corp\.yaml".*git sparse-checkout disable/);
    fleet.git("sparse-checkout", "disable");
    assert.deepEqual((await fleet.open()).touchedTenants, []);
  });

  it("says of a submodule that its files are in another repository, and works inside of it", async () => {
    const other = new GitFleet();
    try {
      fleet.git("rm", "-q", "-r", "tenants");
      fleet.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", `file://${other.root}`, "tenants");
      fleet.commit("Submodule");
      assert.match(await refusal(), /"tenants" is a submodule.*TENANTRY_FLEET_DIR/);
      assert.deepEqual((await fleet.open(undefined, fleet.path("tenants"))).touchedTenants, []);
      fleet.git("rm", "-q", "-f", "tenants");
      mkdirSync(fleet.path("tenants"));
      cpSync(other.path("tenants"), fleet.path("tenants"), { recursive: true });
      assert.match(await refusal("HEAD"), /"tenants" is a submodule/);
    } finally {
      other.remove();
    }
  });

  it("says of a link out of the repository that its earlier state is not in git", async () => {
    mkdirSync(join(elsewhere, "customers"));
    renameSync(fleet.path("tenants/acme-corp.yaml"), join(elsewhere, "customers/acme-corp.yaml"));
    rmSync(fleet.path("tenants"), { recursive: true });
    symlinkSync(join(elsewhere, "customers"), fleet.path("tenants"));
    fleet.commit("Out");
    assert.match(await refusal(), /"tenants" is a symbolic link that leads out of the repository/);
  });

  it("says of a filter that fails how to get it", async () => {
    fleet.write(".gitattributes", "tenants/*.yaml filter=lfs\n");
    fleet.git("config", "filter.lfs.required", "true");
    fleet.git("config", "filter.lfs.clean", "cat");
    fleet.git("config", "filter.lfs.smudge", "false");
    fleet.commit("Filter");
    const { base } = await fleet.open();
    await assert.rejects(base.tenantTexts(["acme-corp"]), {
      name: "ComparisonError",
      message: /A filter that \.gitattributes names.*git lfs/s,
    });
  });

  it("says of a commit whose contents are missing what to type", async () => {
    const id = fleet.git("rev-parse", "HEAD:tenants/acme-corp.yaml");
    rmSync(fleet.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
    const { base } = await fleet.open();
    await assert.rejects(base.tenantTexts(["blue-kite", "acme-corp", "umbra-health"]), {
      name: "ComparisonError",
      message: /does not have the content of "tenants\/acme-corp\.yaml".*git fetch --refetch.*git fsck/,
    });
    assert.equal((await base.tenantTexts(["blue-kite"])).size, 1);
  });
});
