import { deepEqual, equal, match, ok } from "node:assert/strict";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";

const root = new URL("../../..", import.meta.url).pathname;

interface Bands {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}
interface CostDocument {
  readonly formatVersion: number;
  readonly currency: string;
  readonly tenants: readonly {
    readonly tenant: string;
    readonly tier: string;
    readonly base: number;
    readonly usage: Bands;
    readonly shared: Bands;
    readonly total: Bands;
    readonly idle: Bands;
    readonly price: number;
    readonly margin: Bands;
    readonly budget: number;
    readonly overBudget: boolean;
    readonly unpriced: Readonly<Record<string, number>>;
    readonly regionsWithoutPrices: readonly string[];
  }[];
  readonly cells: readonly {
    readonly cell: string;
    readonly cost: Bands;
    readonly idle: Bands;
    readonly split: readonly { readonly key: string }[];
  }[];
  readonly controlPlane?: { readonly unpriced: Readonly<Record<string, number>> };
}
const documentOf = (stdout: string) => JSON.parse(stdout) as CostDocument;
const micro = (usd: number) => Math.round(usd * 1e6);

/** The committed fleet, spoiled by `spoil`, for one test. */
function withFleet(spoil: (fleet: FleetFolder) => void, check: (fleet: FleetFolder) => void): void {
  const fleet = new FleetFolder();
  try {
    spoil(fleet);
    check(fleet);
  } finally {
    fleet.remove();
  }
}

describe("tenantry cost", function () {
  // Each run of the command line loads and synthesises anew, on a machine that may be busy.
  this.timeout(90_000);

  it("R-INF-9 R-BIL-3 shows base, use, share of the cell, price and margin, and that they add up", () => {
    const { code, stdout, stderr } = runCli(root, ["cost"]);
    equal(code, 0);
    match(stdout, /tenant\s+│ tier\s+│\s+base │\s+usage │\s+shared │\s+total │\s+price │\s+margin │\s+idle/);
    match(stdout, /cell us-1, 3 tenants: [\d,.]+, of which idle [\d,.]+/);
    match(stdout, /database: [\d.]+, idle [\d.]+; split by database connections/);
    match(stderr, /warning: blue-kite costs 5\.60 USD a month more than its tier is sold for/);
    match(stderr, /without a price, and in no sum: .*16 × DetectorFeature/);

    const { formatVersion, currency, tenants, cells, controlPlane } = documentOf(
      runCli(root, ["cost", "--json"]).stdout,
    );
    deepEqual([formatVersion, currency], [1, "USD"]);
    deepEqual(
      tenants.map(({ tenant }) => tenant),
      ["acme-corp", "blue-kite", "northwind-freight", "umbra-health"],
    );
    for (const { base, usage, shared, total, price, margin } of tenants) {
      for (const level of ["low", "typical", "high"] as const) {
        equal(micro(total[level]), micro(base) + micro(usage[level]) + micro(shared[level]));
        equal(micro(margin[level]), micro(price) - micro(total[level]));
      }
    }
    const pool = cells.find(({ cell }) => cell === "us-1");
    const inPool = tenants.filter(({ tenant }) => tenant !== "umbra-health");
    const shared = inPool.reduce((sum, one) => sum + micro(one.shared.typical), 0);
    const idle = inPool.reduce((sum, one) => sum + micro(one.idle.typical), 0);
    deepEqual([shared + idle, idle], [micro(pool?.cost.typical ?? 0), micro(pool?.idle.typical ?? 0)]);
    equal(controlPlane?.unpriced["aws:guardduty/detector:Detector"], 4);
  });

  it("shows one tenant by itself, the same as among all, and what it is made of", () => {
    const all = documentOf(runCli(root, ["cost", "--json"]).stdout).tenants.find(
      ({ tenant }) => tenant === "acme-corp",
    );
    const { tenants, cells, controlPlane } = documentOf(runCli(root, ["cost", "acme-corp", "--json"]).stdout);
    deepEqual(tenants, [all]);
    deepEqual([cells.map(({ cell }) => cell), controlPlane], [["us-1"], undefined]);
    const { stdout } = runCli(root, ["cost", "acme-corp", "--lines"]);
    match(stdout, /acme-corp, used as tenants of tier professional do:/);
    match(stdout, /MetricAlarm\s+│ cloudwatch\.alarm-metric\s+│ 2\.90/);
    match(stdout, /use: AI/);
    match(stdout, /share of the cell\s+│\s+│ 10\.92/);
  });

  it("ends with 5 where a tenant is beyond its tier's budget, if asked, and warns if not", () => {
    const small = (fleet: FleetFolder) =>
      fleet.edit("tenants/acme-corp.yaml", "overrides:", "overrides:\n  billing.budget_monthly_usd: 20");
    withFleet(small, ({ root: folder }) => {
      const held = runCli(folder, ["cost", "acme-corp", "--budget"]);
      equal(held.code, 5, held.stderr);
      match(held.stderr, /acme-corp comes to 43\.45 USD a month by itself, beyond its tier's budget of 20\.00 USD/);
      const warned = runCli(folder, ["cost", "acme-corp"]);
      equal(warned.code, 0);
      match(warned.stderr, /beyond its tier's budget/);
    });
    equal(runCli(root, ["cost", "--budget"]).code, 0);
  });

  it("says that a Region has no prices and what to add, and takes no other Region's", () => {
    const elsewhere = (fleet: FleetFolder) =>
      fleet.edit("cells/us-1.yaml", "recovery_region: us-west-2", "recovery_region: us-east-2");
    withFleet(elsewhere, ({ root: folder }) => {
      const { code, stdout, stderr } = runCli(folder, ["cost", "northwind-freight", "--json"]);
      equal(code, 1);
      match(stderr, /There are no prices of us-east-2: .*no other Region's prices are taken/);
      match(stderr, /Copy one of catalog\/prices\/ to catalog\/prices\/us-east-2\.ts/);
      const [tenant] = documentOf(stdout).tenants;
      deepEqual(tenant?.regionsWithoutPrices, ["us-east-2"]);
      deepEqual([tenant?.unpriced["aws:kms/key:Key"], tenant?.unpriced["usage: copies"]], [1, 4]);
      const { stdout: text } = runCli(folder, ["cost", "northwind-freight"]);
      match(text, /at least 764\.15/);
      const checked = runCli(folder, ["prices", "check", "--max-age-days", "100000"]);
      deepEqual([checked.code, checked.stdout.includes("There are no prices of us-east-2")], [1, true]);
    });
  });

  it("estimates the others where one tenant's file is wrong, and says where that is", () => {
    const wrong = (fleet: FleetFolder) => fleet.edit("tenants/blue-kite.yaml", "tier: free", "tier: fre");
    withFleet(wrong, ({ root: folder }) => {
      const all = runCli(folder, ["cost", "--json"]);
      equal(all.code, 3);
      match(all.stderr, /blue-kite could not be estimated:\n.*tenants\/blue-kite\.yaml:\d+:\d+/);
      equal(documentOf(all.stdout).tenants.length, 3);
      const other = runCli(folder, ["cost", "acme-corp"]);
      equal(other.code, 0);
      match(other.stderr, /blue-kite could not be estimated/);
    });
  });

  it("offers the nearest tenant for one that does not exist", () => {
    const { code, stderr } = runCli(root, ["cost", "acme-crop"]);
    equal(code, 1);
    match(stderr, /Did you mean acme-corp\?/);
  });

  it("says in its help what it is for, with examples and exit codes", () => {
    for (const words of [["cost"], ["prices", "check"]]) {
      const { code, stdout } = runCli(root, [...words, "--help"]);
      equal(code, 0);
      match(stdout, /Examples:\n {2}tenantry /);
      match(stdout, /Exit codes: 0 fine/);
    }
  });
});

describe("tenantry prices check", function () {
  // Each run of the command line loads and synthesises anew, on a machine that may be busy.
  this.timeout(90_000);

  it("R-INF-9 lists prices that are old, by page, and ends with 1", () => {
    const { code, stdout } = runCli(root, ["prices", "check", "--max-age-days", "0"]);
    equal(code, 1);
    match(stdout, /^\d+ prices: \d+ sure, \d+ less so, \d+ taken from another Region by ratio$/m);
    match(stdout, /eu-central-1 +│ 2025-06-01 │ \d+ +│ 1 +│ https:\/\/aws\.amazon\.com\/eks\/pricing\//);
    const found = JSON.parse(runCli(root, ["prices", "check", "--max-age-days", "0", "--json"]).stdout) as {
      formatVersion: number;
      prices: number;
      stale: { meter: string; source: string; ageDays: number }[];
      unpriced: Record<string, number>;
    };
    equal(found.formatVersion, 1);
    equal(found.stale.length, found.prices);
    ok(found.stale.every(({ ageDays }) => ageDays > 0));
    equal(found.unpriced["aws:cfg/recorder:Recorder"], 4);
  });

  it("ends with 0 where none is too old, and lists what has no price all the same", () => {
    const { code, stdout } = runCli(root, ["prices", "check", "--max-age-days", "100000"]);
    equal(code, 0);
    match(stdout, /None is more than 100000 days old\./);
    match(stdout, /Without a price in this fleet:\n {2}4 × aws:cfg\/deliveryChannel/);
  });

  it("refuses an age that is no number of days", () => {
    const { code, stderr } = runCli(root, ["prices", "check", "--max-age-days", "a year"]);
    equal(code, 1);
    match(stderr, /Write a whole number of days, e\.g\. --max-age-days 365\./);
  });
});
