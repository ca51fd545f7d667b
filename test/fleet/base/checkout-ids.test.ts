import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { GitFleet } from "../../support/git-fleet.ts";

const comment = (text: string): string => `${text}# checked\n`;

describe("what git and the disk say of files", () => {
  let fleet: GitFleet;

  beforeEach(() => {
    fleet = new GitFleet();
  });

  afterEach(() => fleet.remove());

  it("sees a file's other ending and a rename that changes letters' case only", async () => {
    renameSync(fleet.path("tenants/acme-corp.yaml"), fleet.path("tenants/acme-corp.yml"));
    fleet.git("config", "core.ignorecase", "true");
    renameSync(fleet.path("tenants/blue-kite.yaml"), fleet.path("tenants/Blue-kite.yaml"));
    const { base, head, touchedTenants } = await fleet.open();
    assert.deepEqual(touchedTenants, ["Blue-kite", "acme-corp", "blue-kite"]);
    assert.equal((await head.plans(["acme-corp"])).get("acme-corp")?.kind, "planned");
    assert.equal((await base.plans(["blue-kite"])).get("blue-kite")?.kind, "planned");
    assert.equal((await head.plans(["Blue-kite"])).get("Blue-kite")?.kind, "failed");
  });

  it("reads names with line breaks, quotes, tabs and letters of any script", async () => {
    const names = ["a\nb", 'quo"te', "back\\slash", "tab\there", "größe", "-dash", " space"];
    for (const name of names) fleet.write(`tenants/${name}.yaml`, `id: ${JSON.stringify(name)}\n`);
    fleet.commit("Odd names");
    for (const name of names) fleet.write(`tenants/${name}.yaml`, `id: ${JSON.stringify(name)}\n# edited\n`);
    const { base, head, touchedTenants } = await fleet.open("HEAD");
    assert.deepEqual(touchedTenants, names.toSorted());
    const [before, after] = [await base.tenantTexts(names), await head.tenantTexts(names)];
    for (const name of names) {
      assert.equal(before.get(name), `id: ${JSON.stringify(name)}\n`);
      assert.equal(after.get(name), `id: ${JSON.stringify(name)}\n# edited\n`);
    }
    for (const outcome of (await base.plans(names)).values()) assert.equal(outcome.kind, "failed");
  });

  it("takes line ends, identifiers and filters of .gitattributes for what they are", async () => {
    fleet.git("config", "filter.shout.clean", "sed s/GREEN/green/");
    fleet.git("config", "filter.shout.smudge", "sed s/green/GREEN/");
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    fleet.write(".gitattributes", "tenants/*.yaml eol=crlf ident\ntenants/green-kite.yaml filter=shout\n");
    fleet.write(
      "tenants/northwind-freight.yaml",
      `# $Id$\n${readFileSync(fleet.path("tenants/northwind-freight.yaml"), "utf8")}`,
    );
    fleet.commit("Attributes");
    fleet.git("rm", "-q", "-r", "--cached", "tenants");
    fleet.git("reset", "-q", "--hard");
    const { base, head, touchedTenants } = await fleet.open();
    assert.deepEqual(touchedTenants, []);
    const ids = base.tenantIds();
    assert.deepEqual(await base.tenantTexts(ids), await head.tenantTexts(ids));
    const texts = await head.tenantTexts(ids);
    assert.match(texts.get("acme-corp") ?? "", /\r\n/);
    assert.match(texts.get("northwind-freight") ?? "", /\$Id: [0-9a-f]{40} \$/);
    assert.match(texts.get("green-kite") ?? "", /id: GREEN-kite/);
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    assert.deepEqual((await fleet.open()).touchedTenants, ["acme-corp"]);
  });

  it("follows a folder of tenants and a tenant's file that are links", async () => {
    mkdirSync(fleet.path("customers"));
    for (const name of readdirSync(fleet.path("tenants"))) {
      renameSync(fleet.path(`tenants/${name}`), fleet.path(`customers/${name}`));
    }
    rmSync(fleet.path("tenants"), { recursive: true });
    symlinkSync("customers", fleet.path("tenants"));
    renameSync(fleet.path("customers/acme-corp.yaml"), fleet.path("acme.yaml"));
    symlinkSync("../acme.yaml", fleet.path("customers/acme-corp.yaml"));
    fleet.commit("Links");
    fleet.edit("acme.yaml", "ACME Corporation", "ACME Incorporated");
    fleet.edit("customers/blue-kite.yaml", "free", "free # still");
    const { base, head, touchedTenants } = await fleet.open("HEAD");
    assert.deepEqual(base.tenantIds(), ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"]);
    assert.deepEqual(touchedTenants, ["acme-corp", "blue-kite"]);
    assert.match((await base.tenantTexts(["acme-corp"])).get("acme-corp") ?? "", /ACME Corporation/);
    assert.match((await head.tenantTexts(["acme-corp"])).get("acme-corp") ?? "", /ACME Incorporated/);
    assert.equal((await base.plans(["acme-corp"])).get("acme-corp")?.kind, "planned");
  });

  it("looks at files that git was told not to look at", async () => {
    fleet.git("update-index", "--assume-unchanged", "tenants/acme-corp.yaml");
    fleet.edit("tenants/acme-corp.yaml", "ACME Corporation", "ACME Incorporated");
    assert.deepEqual((await fleet.open()).touchedTenants, ["acme-corp"]);
  });

  it("takes a file that was staged, edited back or marked as to be added for what it is", async () => {
    const before = readFileSync(fleet.path("tenants/acme-corp.yaml"), "utf8");
    fleet.write("tenants/acme-corp.yaml", comment(before));
    fleet.git("add", "tenants/acme-corp.yaml");
    fleet.write("tenants/acme-corp.yaml", before);
    fleet.copyTenant("blue-kite", "green-kite", "k2k3m9qd");
    fleet.git("add", "-N", "tenants/green-kite.yaml");
    const { touchedTenants, head } = await fleet.open();
    assert.deepEqual(touchedTenants, ["green-kite"]);
    assert.match(head.commit, /\+dirty$/);
  });
});
