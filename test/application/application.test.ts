import { deepEqual, equal } from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { readApplication } from "../../application/index.ts";
import { FleetFolder } from "../support/fleet-folder.ts";

const project = join(import.meta.dirname, "../..");

describe("application file", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const own = () => cpSync(join(project, "application"), folder.path("application"), { recursive: true });
  const summary = () => {
    const reading = readApplication(folder.root);
    return reading.kind === "refused" ? reading.problems.map(({ file, code, path }) => `${file} ${code} ${path}`) : [];
  };

  it("R-APP-1 takes the project's application where the fleet has none", () => {
    const reading = readApplication(folder.root);
    equal(reading.kind === "read" && reading.application.folder, join(project, "application"));
  });

  it("R-APP-1 takes the fleet's own application", () => {
    own();
    const reading = readApplication(folder.root);
    equal(reading.kind === "read" && reading.application.folder, folder.path("application"));
  });

  const refused: readonly (readonly [string, string, string, string])[] = [
    ["a host name that two tenants would share", '"{tenant}.{domain}"', '"app.{domain}"', "HOSTNAME_FORM hostname"],
    [
      "a folder of migrations that is not there",
      "migrations/shared ",
      "migrations/shred ",
      "APPLICATION_MIGRATIONS_MISSING migrations.shared",
    ],
    ["an alarm without its metric", "  ready:", "  reddy:", "APPLICATION_METRIC_UNEMITTED metrics.ready"],
    [
      "a metric that alarms read by other dimensions",
      "users_used_percent:\n    unit: Percent\n    dimensions: [tenant, isolation]",
      "users_used_percent:\n    unit: Percent\n    dimensions: [tenant]",
      "APPLICATION_METRIC_UNEMITTED metrics.users_used_percent",
    ],
    ["a folder outside", "tenant: migrations/tenant", "tenant: ../elsewhere", "FOLDER_FORM migrations.tenant"],
    [
      "memory without a unit",
      "shared:   { requests: { cpu: 50m, memory: 64Mi }",
      'shared:   { requests: { cpu: 50m, memory: "64" }',
      "MEMORY_FORM workload.per_isolation.shared.requests.memory",
    ],
    ["a port beyond the last", "port: 8080", "port: 80800", "VALUE_OUT_OF_RANGE workload.port"],
    ["an unknown key, the nearest offered", "probes:", "probs:", "KEY_MISSING workload.probes"],
  ];
  for (const [what, from, to, expected] of refused) {
    it(`R-APP-1 refuses ${what}`, () => {
      own();
      folder.edit("application/application.yaml", from, to);
      equal(summary()[0], `application/application.yaml ${expected}`);
    });
  }

  it("R-APP-1 needs resources for every level of isolation", () => {
    own();
    folder.edit("application/application.yaml", "    cluster:  {", "    custer:  {");
    deepEqual(
      summary().map((line) => line.split(" ").slice(1).join(" ")),
      ["KEY_MISSING workload.per_isolation.cluster", "KEY_UNKNOWN workload.per_isolation.custer"],
    );
  });
});
