import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";

describe("tenantry synth", () => {
  let folder: FleetFolder;
  beforeEach(() => {
    folder = new FleetFolder();
  });
  afterEach(() => folder.remove());

  const synth = (...args: string[]) => runCli(folder.root, ["synth", ...args]);

  it("prints JSON with exactly the keys of the contract", () => {
    const { code, stdout, stderr } = synth("blue-kite", "--json");
    deepEqual([code, stderr], [0, ""]);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    deepEqual(Object.keys(document), ["formatVersion", "stack", "resources", "outputs", "predicted"]);
    deepEqual([document["formatVersion"], document["stack"]], [1, "blue-kite"]);
    const resources = document["resources"] as readonly Record<string, unknown>[];
    const bucket = resources.find(({ type }) => type === "aws:s3/bucket:Bucket");
    ok(bucket);
    deepEqual(Object.keys(bucket), ["urn", "type", "name", "parent", "inputs", "options"]);
    const predicted = document["predicted"] as readonly Record<string, unknown>[];
    ok(
      predicted.some(
        ({ urn, property, value }) =>
          urn === bucket["urn"] && property === "arn" && String(value).startsWith("arn:aws:s3:::"),
      ),
    );
  });

  it("ends quietly where whoever reads has seen enough", () => {
    const launcher = join(import.meta.dirname, "../../../cli/tenantry");
    const script = `"${launcher}" synth acme-corp --json | head -n 1; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
      env: { ...process.env, TENANTRY_FLEET_DIR: folder.root },
      encoding: "utf8",
    });
    deepEqual([status, stdout, stderr], [0, "{\n", ""]);
  });

  it("shows a tree for a person, with what is protected", () => {
    const { code, stdout } = synth("blue-kite");
    equal(code, 0);
    match(stdout, /^blue-kite: \d+ resources, \d+ values predicted\n/);
    match(stdout, /└─ Tenant blue-kite\n/);
    match(stdout, /Bucket blue-kite-bucket-objects \[protected, kept on delete\]/);
    match(stdout, /\noutputs\n {3}tenantId: blue-kite\n/);
  });

  it("shows no secret, in neither form", () => {
    for (const args of [["cell-us-1-platform"], ["cell-us-1-platform", "--json"]]) {
      const { code, stdout } = synth(...args);
      equal(code, 0);
      equal(stdout.includes("predicted-"), false);
    }
    match(synth("cell-us-1-platform", "--json").stdout, /"password": "\[secret\]"/);
  });

  it("writes a Terraform plan or Kubernetes objects for scanners, and says apart what neither can hold", () => {
    const plan = synth("blue-kite", "--format", "tfplan");
    equal(plan.code, 0);
    match(plan.stderr, /^\d+ resources: \d+ written, \d+ without an equivalent in this format\n/);
    match(plan.stderr, /\n {2}kubernetes:core\/v1:Namespace: blue-kite-compute-us-1-namespace\n/);
    equal((JSON.parse(plan.stdout) as Record<string, unknown>)["format_version"], "1.2");
    const objects = synth("blue-kite", "--format", "k8s");
    equal(objects.code, 0);
    match(objects.stderr, /\n {2}aws:s3\/bucket:Bucket: blue-kite-bucket-objects\n/);
    match(objects.stdout, /^---\napiVersion: v1\nkind: Namespace\n/m);
    deepEqual([synth("cell-us-1", "--format", "k8s").stdout], [""]);
  });

  it("refuses a format that it does not have, and two forms at once", () => {
    const unknown = synth("blue-kite", "--format", "helm");
    deepEqual([unknown.code, unknown.stdout], [1, ""]);
    match(unknown.stderr, /argument 'helm' is invalid. Allowed choices are tfplan, k8s/);
    const both = synth("blue-kite", "--format", "k8s", "--json");
    deepEqual([both.code, both.stdout], [1, ""]);
    match(both.stderr, /cannot be used with option '--json'/);
  });

  it("ends with 3 and the problem's place for a bad file, and for a tenant that is not there", () => {
    folder.edit("tenants/acme-corp.yaml", "tier: professional ", "tier: profesional ");
    const bad = synth("acme-corp");
    deepEqual([bad.code, bad.stdout], [3, ""]);
    match(bad.stderr, /^tenants\/acme-corp\.yaml:7:7 TENANT_TIER_UNKNOWN/);
    const missing = synth("blue-kyte", "--json");
    deepEqual([missing.code, missing.stdout], [3, ""]);
    match(missing.stderr, /TENANT_UNKNOWN.*did you mean blue-kite\?/);
    equal(missing.stderr.includes("    at "), false);
  });
});
