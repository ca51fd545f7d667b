import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";

describe("tenantry check", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const check = (...args: string[]) => runCli(folder.root, ["check", ...args]);
  const spoil = () => folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: profesional ");

  it("R-TEN-2 ends with 0 where nothing is wrong", () => {
    deepEqual(check(), { code: 0, stdout: "", stderr: "12 files, no problem\n" });
  });

  it("R-TEN-2 ends with 3, and shows the line with the spot marked and what to do", () => {
    spoil();
    const { code, stderr } = check();
    equal(code, 3);
    deepEqual(stderr.split("\n"), [
      "tenants/acme-corp.yaml:7:7 TENANT_TIER_UNKNOWN tier: is not a tier on offer · found profesional · allowed custom (@1), enterprise (@1), free (@1), professional (@3) · did you mean professional?",
      "  7 | tier: profesional                   # or professional@3: stays with that version of the tier",
      "    |       ^^^^^^^^^^^",
      "",
      "1 problem",
      "",
    ]);
  });

  it("prints JSON with exactly the keys of the contract", () => {
    spoil();
    const { code, stdout, stderr } = check("--json");
    deepEqual([code, stderr], [3, ""]);
    deepEqual(JSON.parse(stdout), {
      formatVersion: 1,
      files: 12,
      problems: [
        {
          file: "tenants/acme-corp.yaml",
          line: 7,
          column: 7,
          endColumn: 18,
          code: "TENANT_TIER_UNKNOWN",
          path: "tier",
          message: "is not a tier on offer",
          found: "profesional",
          allowed: "custom (@1), enterprise (@1), free (@1), professional (@3)",
          suggestion: "did you mean professional?",
        },
      ],
    });
  });

  it("prints JSON with an empty list where nothing is wrong", () => {
    const { code, stdout } = check("--json");
    deepEqual([code, JSON.parse(stdout)], [0, { formatVersion: 1, files: 12, problems: [] }]);
  });

  it("prints SARIF for code scanning", () => {
    spoil();
    const { code, stdout } = check("--sarif");
    equal(code, 3);
    equal(JSON.parse(stdout).runs[0].results[0].ruleId, "TENANT_TIER_UNKNOWN");
  });

  it("prints annotations when asked, and by itself in a workflow", () => {
    spoil();
    const expected =
      /^::error file=tenants\/acme-corp.yaml,line=7,col=7,endColumn=18,title=TENANT_TIER_UNKNOWN::tier: is not a tier on offer · found profesional/;
    match(check("--annotations").stdout, expected);
    match(runCli(folder.root, ["check"], { GITHUB_ACTIONS: "true" }).stdout, expected);
  });

  it("judges one file of the fleet as part of it, and leaves the others out", () => {
    spoil();
    equal(check(folder.path("tenants/blue-kite.yaml")).code, 0);
    folder.copyTenant("acme-corp", "acme-copy", "t7k3m9qd");
    const { stderr } = check(folder.path("tenants/acme-copy.yaml"));
    match(stderr, /^tenants\/acme-copy.yaml:.*TENANT_TIER_UNKNOWN/m);
    ok(!stderr.includes("tenants/acme-corp.yaml:"));
  });

  it("judges a folder of the fleet", () => {
    spoil();
    deepEqual([check(folder.path("cells")).code, check(folder.path("tenants")).code], [0, 3]);
  });

  it("judges a file from elsewhere against the fleet's tiers and cells", () => {
    const outside = mkdtempSync(join(tmpdir(), "tenantry-outside-"));
    const file = join(outside, "acme-corp.yaml");
    writeFileSync(
      file,
      "schema_version: 1\nid: acme-corp\nuid: t7k3m9qd\nname: A\ntier: platinum\nowner: crm:1\nresidency: us\nmanaged_by: git\ncreated: 2026-11-23T09:00:00Z\nplacement: { cell: us-1, isolation: schema }\n",
    );
    const { code, stderr } = check(file);
    rmSync(outside, { recursive: true });
    equal(code, 3);
    match(stderr, /^\/.*\/acme-corp.yaml:5:7 TENANT_TIER_UNKNOWN tier: .*\n {2}5 \| tier: platinum\n {4}\| {7}\^{8}$/m);
  });

  it("says so where a file is not there", () => {
    const { code, stderr } = check("nowhere.yaml");
    equal(code, 3);
    match(stderr, /FILE_NOT_FOUND: does not exist/);
  });

  it("R-TEN-2 survives a folder named x.yaml when it is asked for by name", () => {
    mkdirSync(folder.path("tenants/x.yaml"));
    match(check(folder.path("tenants/x.yaml")).stderr, /FILE_IS_FOLDER/);
  });

  it("shows no secret, whichever of a line's problems is shown", () => {
    folder.edit(
      "tenants/acme-corp.yaml",
      "client_secret: { secret: okta-client-secret }",
      "client_secret: hunter2hunter2, x: { secrt: a }",
    );
    for (const args of [[], ["--json"], ["--sarif"], ["--annotations"]]) {
      const { code, stdout, stderr } = check(...args);
      equal(code, 3);
      ok(!`${stdout}${stderr}`.includes("hunter2"), `${stdout}${stderr}`);
    }
  });

  it("sends no control character from a file to the terminal", () => {
    folder.write("tenants/evil.yaml", "id: \u001b[31mred\nname: \u202ereversed\n");
    const { stderr } = check();
    ok(!stderr.includes("\u001b") && !stderr.includes("\u202e"));
    match(stderr, /U\+001B ESCAPE/);
  });

  it("refuses two forms of output at once", () => {
    const { code, stderr } = check("--json", "--sarif");
    equal(code, 1);
    match(stderr, /cannot be used with/);
  });
});
