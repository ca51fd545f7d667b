import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFleet, readTenant } from "../../../tenants/index.ts";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";

describe("tenantry new", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const create = (id: string, ...args: string[]) => runCli(folder.root, ["new", id, ...args]);
  const free = ["--name", "My First", "--tier", "free", "--owner", "me@example.com", "--residency", "us"];
  const custom = ["--name", "Big", "--tier", "custom", "--owner", "crm:1", "--residency", "eu"];

  it("R-TEN-1 writes a file that the whole fleet's check accepts, and says what to type next", () => {
    const { code, stdout, stderr } = create("my-first", ...free);
    deepEqual([code, stdout], [0, "tenants/my-first.yaml\n"]);
    match(stderr, /us-1: us-1 is open in us-east-1, inside residency us, takes free, and would hold 4 of 320 tenants/);
    match(
      stderr,
      /tenantry check\n.*pulumi stack init my-first\n.*pulumi up --stack my-first\n.*tenantry configure my-first/,
    );
    deepEqual(readFleet(folder.root).problems, []);
  });

  it("R-TEN-3 draws a uid and notes the time", () => {
    const before = Date.now() - 1000;
    create("my-first", ...free);
    const reading = readTenant("my-first", folder.root);
    ok(reading.kind === "read");
    const { uid, created, placement } = reading.tenant.spec;
    match(uid, /^[a-z][a-z0-9]{7}$/);
    ok(Date.parse(created) >= before && Date.parse(created) <= Date.now());
    deepEqual(placement, { cell: "us-1", isolation: "shared" });
  });

  it("begins with the modeline that editors read", () => {
    create("my-first", ...free);
    match(
      readFileSync(folder.path("tenants/my-first.yaml"), "utf8"),
      /^# yaml-language-server: \$schema=.*schemas\/tenant.schema.json\n/,
    );
  });

  it("keeps a name whatever stands in it", () => {
    create("my-first", "--name", 'A: "b" # {c} – 株式会社', ...free.slice(2));
    const reading = readTenant("my-first", folder.root);
    equal(reading.kind === "read" && reading.tenant.spec.name, 'A: "b" # {c} – 株式会社');
  });

  it("takes frameworks in any spelling", () => {
    equal(
      create("my-first", ...free.slice(0, 3), "professional", ...free.slice(4), "--compliance", "SOC 2,gdpr").code,
      0,
    );
    deepEqual(readFleet(folder.root).tenants.get("my-first")?.spec.compliance, ["SOC 2", "gdpr"]);
  });

  it("prints JSON for programs", () => {
    const { stdout } = create("my-first", ...free, "--json");
    const { reason, ...rest } = JSON.parse(stdout);
    match(reason, /^us-1 is open/);
    deepEqual(rest, {
      formatVersion: 1,
      tenant: "my-first",
      files: ["tenants/my-first.yaml"],
      cell: "us-1",
      isolation: "shared",
      next: [
        "tenantry check",
        "pulumi stack init my-first",
        "pulumi up --stack my-first",
        "tenantry configure my-first",
      ],
    });
  });

  it("writes a cell of its own for a tier that has one", () => {
    const { code, stdout } = create("big", ...custom, "--account", "777788889999");
    deepEqual([code, stdout], [0, "cells/big-1.yaml\ntenants/big.yaml\n"]);
    const fleet = readFleet(folder.root);
    deepEqual(fleet.problems, []);
    deepEqual(
      [fleet.cells.get("big-1")?.spec.account_id, fleet.cells.get("big-1")?.spec.capacity.tenants],
      ["777788889999", 1],
    );
  });

  it("asks for the account of a cell of its own", () => {
    const { code, stderr } = create("big", ...custom);
    equal(code, 3);
    match(stderr, /--account 111122223333/);
    equal(existsSync(folder.path("tenants/big.yaml")), false);
  });

  it("takes an empty cell of its own rather than a new one", () => {
    folder.edit("tenants/umbra-health.yaml", "id: umbra-health", "id: umbra-health");
    folder.write(
      "cells/umbra-2.yaml",
      readFileSync(folder.path("cells/umbra-1.yaml"), "utf8")
        .replace("umbra-1", "umbra-2")
        .replace("444455556666", "555566667777"),
    );
    equal(create("big", ...custom.slice(0, -1), "us").stdout, "tenants/big.yaml\n");
  });

  const refusals: readonly (readonly [string, string, readonly string[], RegExp])[] = [
    ["a bad id", "Kube", free, /tenants\/Kube.yaml:4:5 ID_FORM id/],
    ["a reserved id", "postgres", free, /ID_RESERVED id/],
    ["an id that leads elsewhere", "../../evil", free, /ID_FORM id/],
    [
      "an unknown tier",
      "my-first",
      [...free.slice(0, 3), "fre", ...free.slice(4)],
      /TENANT_TIER_UNKNOWN tier.*did you mean free\?/,
    ],
    ["an unknown residency", "my-first", [...free.slice(0, -1), "mars"], /VALUE_UNKNOWN residency/],
    [
      "a residency without a cell",
      "my-first",
      [...free.slice(0, -1), "eu"],
      /TENANT_CELL_NONE residency.*us-1 would put data into us-east-1/,
    ],
    [
      "a cell that does not take the tier",
      "my-first",
      [...free, "--cell", "umbra-1"],
      /TENANT_CELL_REFUSED placement.cell.*type --cell us-1/,
    ],
    [
      "a cell that there is not",
      "my-first",
      [...free, "--cell", "us-9"],
      /TENANT_CELL_UNKNOWN placement.cell.*type --cell us-1/,
    ],
    ["an unknown framework", "my-first", [...free, "--compliance", "sox"], /TENANT_FRAMEWORK_UNKNOWN compliance.0/],
    [
      "an account that is none",
      "big",
      [...custom, "--account", "12"],
      /cells\/big-1.yaml:\d+:\d+ ACCOUNT_ID_FORM account_id/,
    ],
    [
      "an account that is a cell's already",
      "big",
      [...custom.slice(0, -1), "us", "--account", "111122223333"],
      /CELL_ACCOUNT_SHARED/,
    ],
  ];
  for (const [what, id, args, expected] of refusals) {
    it(`R-TEN-2 refuses ${what} and writes nothing`, () => {
      const before = readdirSync(folder.root, { recursive: true });
      const { code, stdout, stderr } = create(id, ...args);
      deepEqual([code, stdout], [3, ""]);
      match(stderr, expected);
      match(stderr, /nothing was written/);
      deepEqual(readdirSync(folder.root, { recursive: true }), before);
    });
  }

  it("never writes over a tenant", () => {
    const before = readFileSync(folder.path("tenants/acme-corp.yaml"), "utf8");
    const { code, stderr } = create("acme-corp", ...free);
    equal(code, 3);
    match(stderr, /TENANT_ID_TAKEN/);
    equal(readFileSync(folder.path("tenants/acme-corp.yaml"), "utf8"), before);
  });

  it("keeps the head room of a cell, and names what is full", () => {
    folder.edit("cells/us-1.yaml", "tenants: 400", "tenants: 4");
    const { code, stderr } = create("my-first", ...free);
    equal(code, 3);
    match(stderr, /us-1 is full: 4 tenants would be in use, 3 are for use \(4 less 20 % head room\)/);
  });

  it("names every flag that is missing where there is nobody to ask", () => {
    const { code, stderr } = create("my-first", "--tier", "free");
    equal(code, 3);
    match(stderr, /--name, --owner, --residency are missing/);
  });

  it("says first what is wrong with the files that it stands on", () => {
    folder.edit("fleet.yaml", "environment: sandbox", "environment: Sandbox");
    const { code, stderr } = create("my-first", ...free);
    equal(code, 3);
    match(stderr, /fleet.yaml:5:14 FLEET_NAME_FORM environment/);
  });

  it("writes a new tenant beside one whose file is broken", () => {
    folder.write("tenants/broken.yaml", "id: [");
    equal(create("my-first", ...free).code, 0);
  });
});
