import { deepEqual, equal } from "node:assert/strict";
import { TenantNamespace } from "../../../components/compute/tenant-namespace.ts";
import { TenantWorkload } from "../../../components/compute/tenant-workload.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly Readonly<Record<string, unknown>>[];
  readonly nodeSelector?: unknown;
  readonly tolerations?: unknown;
}
const workload = async (id: string, running = true) =>
  (
    await declared(() => {
      const { compute: plan, hostname } = tenantPlan(id);
      const namespace = new TenantNamespace("ns", { plan, tenantId: id, hostname });
      new TenantWorkload("app", {
        plan,
        tenantId: id,
        namespace,
        running,
        region: "us-east-1",
        configurationPublished: namespace,
      });
    })
  ).filter(({ name }) => name.startsWith("app"));
const deployment = async (id: string, running = true) =>
  named(await workload(id, running), "app").inputs["spec"] as {
    readonly replicas?: number;
    readonly template: { readonly spec: PodSpec };
  };

describe("TenantWorkload", () => {
  it("R-APP-1 R-INF-4 declares the application's pods, address, disruption budget and autoscaler", async () => {
    const all = await workload("acme-corp");
    deepEqual(shortNames(all), [
      "Deployment app",
      "HorizontalPodAutoscaler app-autoscaler",
      "PodDisruptionBudget app-disruption-budget",
      "Service app-service",
    ]);
    equal((named(all, "app-service").inputs["spec"] as { type: string }).type, "ClusterIP");
  });

  it("R-ISO-5 runs as nobody, with nothing to gain: no root, no capability, no token, no writable root", async () => {
    const { automountServiceAccountToken, securityContext, containers } = (await deployment("acme-corp")).template.spec;
    deepEqual([automountServiceAccountToken, securityContext["runAsNonRoot"]], [false, true]);
    deepEqual(securityContext["seccompProfile"], { type: "RuntimeDefault" });
    deepEqual(containers[0]?.["securityContext"], {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  it("R-APP-1 asks for what the application says at this isolation, with its probes and its settings", async () => {
    const plan = tenantPlan("acme-corp").compute.workload;
    const container = (await deployment("acme-corp")).template.spec.containers[0] ?? {};
    deepEqual(container["resources"], { requests: plan.requests, limits: plan.limits });
    deepEqual(container["livenessProbe"], { httpGet: { path: "/livez", port: 8080 } });
    equal(
      (container["env"] as { name: string; value: string }[]).find(({ name }) => name === "TENANT_ID")?.value,
      "acme-corp",
    );
  });

  it("R-ISO-5 runs on the tenant's own nodes where it has some, and on the cell's otherwise", async () => {
    const own = (await deployment("northwind-freight")).template.spec;
    deepEqual(own.nodeSelector, { "tenantry.io/tenant": "northwind-freight" });
    deepEqual(own.tolerations, [
      { key: "tenantry.io/tenant", operator: "Equal", value: "northwind-freight", effect: "NoSchedule" },
    ]);
    const shared = (await deployment("acme-corp")).template.spec;
    deepEqual([shared.nodeSelector, shared.tolerations], [undefined, undefined]);
  });

  it("declares no disruption budget of a single pod", async () => {
    deepEqual(shortNames(await workload("blue-kite")), [
      "Deployment app",
      "HorizontalPodAutoscaler app-autoscaler",
      "Service app-service",
    ]);
  });

  it("runs no pod of a suspended tenant, keeps the rest, and takes the number from the autoscaler by force", async () => {
    deepEqual(
      [(await deployment("acme-corp")).replicas, (await deployment("acme-corp", false)).replicas],
      [undefined, 0],
    );
    deepEqual(shortNames(await workload("acme-corp", false)), shortNames(await workload("acme-corp")));
    const { annotations } = named(await workload("acme-corp", false), "app").inputs["metadata"] as {
      annotations: Record<string, string>;
    };
    equal(annotations["pulumi.com/patchForce"], "true");
  });

  it("R-INF-4 keeps the number of pods where the tier does not scale", async () => {
    const all = await declared(() => {
      const { compute, hostname } = tenantPlan("acme-corp");
      const { scaling: _none, ...plan } = compute;
      const namespace = new TenantNamespace("ns", { plan, tenantId: "acme-corp", hostname });
      const more = { region: "us-east-1", configurationPublished: namespace, running: true };
      new TenantWorkload("app", { plan, tenantId: "acme-corp", namespace, ...more });
    });
    equal(
      (named(all, "app").inputs["spec"] as { replicas: number }).replicas,
      tenantPlan("acme-corp").compute.workload.replicas,
    );
    equal(
      shortNames(all).some((name) => name.startsWith("Horizontal")),
      false,
    );
  });
});
