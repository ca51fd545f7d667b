import { equal, match, ok } from "node:assert/strict";
import { runCli } from "../../support/run-cli.ts";

const root = new URL("../../..", import.meta.url).pathname;

describe("tenantry controls", () => {
  it("R-SEC-8 says of each control what stands behind it, for people and for programs", () => {
    const { stdout } = runCli(root, ["controls", "acme-corp"]);
    match(stdout, /^acme-corp: \d+ controls, /);
    match(stdout, /not enforceable here, because Cognito has no maximum age/);
    const { formatVersion, tenant, controls } = JSON.parse(
      runCli(root, ["controls", "acme-corp", "--json"]).stdout,
    ) as {
      formatVersion: number;
      tenant: string;
      controls: { id: string; row: string; demand: string; verdict: string }[];
    };
    equal(formatVersion, 1);
    equal(tenant, "acme-corp");
    ok(controls.every(({ id, row, demand, verdict }) => id && /^R-/.test(row) && demand && verdict));
  });

  it("R-CMP-1 writes OSCAL for auditors, and refuses two formats at once", () => {
    const results = JSON.parse(runCli(root, ["controls", "acme-corp", "--oscal"]).stdout) as Record<string, unknown>;
    ok(results["assessment-results"]);
    const both = runCli(root, ["controls", "acme-corp", "--json", "--oscal"]);
    equal(both.code, 1);
    match(both.stderr, /^--json and --oscal are two formats: give one of them\.\n$/);
  });

  it("offers the nearest tenant for one that does not exist", () => {
    const { code, stderr } = runCli(root, ["controls", "acme-crop"]);
    equal(code, 1);
    match(stderr, /Did you mean acme-corp\?/);
  });
});
