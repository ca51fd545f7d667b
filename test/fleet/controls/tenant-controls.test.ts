import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { allControls } from "../../../fleet/controls/all-controls.ts";
import type { Evidence } from "../../../fleet/controls/control.ts";
import { type JudgedControl, judgeControls } from "../../../fleet/controls/judge-controls.ts";
import { readEvidence } from "../../../fleet/controls/tenant-controls.ts";
import { controlledPathsOf } from "../../../model/framework.ts";
import { knownFrameworks } from "../../../tenants/resolve-file.ts";

const root = new URL("../../..", import.meta.url).pathname;
const tenants = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"] as const;
const frameworks = knownFrameworks();

/** The same evidence without the resources of these names. */
const without = ({ plan, own, shared }: Evidence, names: readonly string[]): Evidence => ({
  plan,
  own: own.filter(({ name }) => !names.includes(name)),
  shared: shared.filter(({ name }) => !names.includes(name)),
});
const find = (controls: readonly JudgedControl[], id: string) => {
  const found = controls.find((control) => control.id === id);
  if (found === undefined) throw new Error(`no control ${id} among ${controls.map((each) => each.id).join(", ")}`);
  return found;
};

describe("controls of the sample tenants", () => {
  const evidence = new Map<string, Evidence>();
  const of = (tenant: string) => {
    const read = evidence.get(tenant);
    if (read === undefined) throw new Error(`no evidence of ${tenant}`);
    return read;
  };
  before(async () => {
    for (const tenant of tenants) evidence.set(tenant, await readEvidence(tenant, root));
  });

  for (const tenant of tenants) {
    it(`R-SEC-8 finds something behind each control of ${tenant}, or a reason why nothing can be`, () => {
      const judged = judgeControls(of(tenant), frameworks);
      deepEqual(
        judged.flatMap(({ id, judgement }) => (judgement.kind === "missing" ? [`${id}: ${judgement.because}`] : [])),
        [],
      );
    });

    it(`R-SEC-8 sees every enforced or detected control of ${tenant} fall when what stands behind it is taken away`, () => {
      const judged = judgeControls(of(tenant), frameworks);
      const standing = judged.flatMap(({ id, judgement }) =>
        judgement.kind === "enforced" || judgement.kind === "detected" ? [{ id, by: judgement.by }] : [],
      );
      ok(standing.length >= 20, `${standing.length}`);
      for (const { id, by } of standing) {
        const { judgement } = find(judgeControls(without(of(tenant), by), frameworks), id);
        ok(
          judgement.kind === "missing" || judgement.kind === "not_enforceable",
          `${id} stands on without ${by.join(", ")}`,
        );
      }
    });
  }

  it("R-SEC-8 says what Cognito cannot enforce, and why", () => {
    const judged = judgeControls(of("acme-corp"), frameworks);
    deepEqual(find(judged, "password-age").judgement, {
      kind: "not_enforceable",
      because: "Cognito has no maximum age for a password, only for a temporary one",
    });
  });

  it("R-SEC-8 takes nothing for published that the tenant's document does not say", () => {
    const { plan, own, shared } = of("acme-corp");
    const silent = own.map((resource) =>
      resource.type.endsWith(":HostedConfigurationVersion")
        ? { ...resource, inputs: { ...resource.inputs, content: "{}" } }
        : resource,
    );
    equal(find(judgeControls(of("acme-corp"), frameworks), "privacy-erasure").judgement.kind, "published");
    deepEqual(find(judgeControls({ plan, own: silent, shared }, frameworks), "privacy-erasure").judgement, {
      kind: "missing",
      because: "the tenant's configuration document does not say compliance.privacy.right_to_deletion",
    });
  });

  it("R-AI-4 says of each pipeline that is on that the application carries it out, and why no resource does", () => {
    const judged = judgeControls(of("northwind-freight"), frameworks).filter(({ row }) => row === "R-AI-4");
    deepEqual(
      judged.map(({ id, judgement }) => [id, judgement.kind]),
      [
        "auto-ml",
        "model-monitoring",
        "drift-detection",
        "a-b-testing",
        "performance-tracking",
        "experiment-tracking",
      ].map((flag) => [`ai-${flag}`, "published"]),
    );
    deepEqual(
      judgeControls(of("blue-kite"), frameworks).filter(({ row }) => row === "R-AI-4"),
      [],
    );
  });

  it("R-CMP-4 misses residency for one thing in another Region, the tenant's or its cell's, and not for the control plane's", () => {
    const { plan, own, shared } = of("northwind-freight");
    const moved = (resources: Evidence["own"], name: string) =>
      resources.map((resource) =>
        resource.name === name ? { ...resource, inputs: { ...resource.inputs, region: "eu-west-1" } } : resource,
      );
    const judged = (evidence: Evidence) => find(judgeControls(evidence, frameworks), "residency").judgement;
    equal(judged({ plan, own, shared }).kind, "enforced");
    const vault = "northwind-freight-backup-recovery-vault";
    deepEqual(judged({ plan, own: moved(own, vault), shared }), {
      kind: "missing",
      because: `outside us: ${vault} in eu-west-1`,
    });
    const bucketOf = (stack: string) => {
      const [first] = shared.filter(
        ({ urn, type }) => urn.startsWith(`urn:pulumi:${stack}::`) && type === "aws:s3/bucket:Bucket",
      );
      if (first === undefined) throw new Error(`no bucket of ${stack}`);
      return first.name;
    };
    const pooled = bucketOf("cell-us-1");
    deepEqual(judged({ plan, own, shared: moved(shared, pooled) }), {
      kind: "missing",
      because: `outside us: ${pooled} in eu-west-1`,
    });
    equal(judged({ plan, own, shared: moved(shared, bucketOf("control-plane")) }).kind, "enforced");
  });

  it("R-CMP-1 draws a tenant's frameworks' evidence from the controls, and none for frameworks that it does not have", () => {
    const judged = judgeControls(of("acme-corp"), frameworks);
    const named = new Set(judged.flatMap((control) => control.frameworks.map(({ framework }) => framework)));
    deepEqual([...named].toSorted(), ["gdpr", "soc2"]);
    ok(find(judged, "mfa-required").frameworks.some(({ framework }) => framework === "soc2"));
  });

  it("R-CMP-1 has evidence for every control of every framework", () => {
    const known = new Set(allControls.flatMap(({ paths }) => paths));
    const bare = frameworks.flatMap((framework) =>
      controlledPathsOf(framework)
        .filter(({ path }) => !known.has(path))
        .map(({ control, path }) => `${framework.id} ${control} ${path}`),
    );
    deepEqual(bare, []);
  });

  it("R-SEC-8 judges what this tenant's configuration demands: a control that is not demanded is not listed", () => {
    const ids = judgeControls(of("blue-kite"), frameworks).map(({ id }) => id);
    equal(ids.includes("mfa-required"), false);
    equal(
      judgeControls(of("acme-corp"), frameworks).some(({ id }) => id === "mfa-required"),
      true,
    );
  });

  it("R-SEC-8 has every control once", () => {
    const ids = allControls.map(({ id }) => id);
    equal(new Set(ids).size, ids.length);
    notEqual(ids.length, 0);
  });
});
