import { deepEqual, equal } from "node:assert/strict";
import { TenantNamespace } from "../../../components/compute/tenant-namespace.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const namespace = (id = "acme-corp") =>
  declared(() => {
    const { compute, hostname } = tenantPlan(id);
    new TenantNamespace("ns", { plan: compute, tenantId: id, hostname });
  });
const spec = (resource: { readonly inputs: Readonly<Record<string, unknown>> }) =>
  resource.inputs["spec"] as Record<string, unknown>;

describe("TenantNamespace", () => {
  it("R-ISO-5 declares the namespace and its guard rails, each in it and gone with it", async () => {
    const all = await namespace();
    deepEqual(shortNames(all), [
      "Namespace ns",
      "LimitRange ns-limits",
      "NetworkPolicy ns-network",
      "ResourceQuota ns-quota",
      "RoleBinding ns-role-binding",
      "ServiceAccount ns-service-account",
    ]);
    for (const { name, inputs, options } of all.filter((resource) => resource.name !== "ns")) {
      equal((inputs["metadata"] as { namespace: string }).namespace, "tenant-t7k3m9qd", name);
      equal(options.deletedWith?.split("::").at(-1), "ns", name);
    }
  });

  it("R-ISO-5 restricts pods at the latest version, names the tenant and its host", async () => {
    const metadata = named(await namespace(), "ns").inputs["metadata"] as Record<string, Record<string, string>>;
    const { labels, annotations } = metadata;
    deepEqual(
      [
        labels?.["pod-security.kubernetes.io/enforce"],
        labels?.["pod-security.kubernetes.io/enforce-version"],
        labels?.["tenantry.io/tenant"],
        annotations?.["tenantry.io/hostname"],
      ],
      ["restricted", "latest", "acme-corp", "acme-corp.us-1.app.example"],
    );
  });

  it("R-ISO-5 marks the namespace whose pods must run on nodes of their own, and no other", async () => {
    const mark = async (id: string) => {
      const metadata = named(await namespace(id), "ns").inputs["metadata"] as { labels: Record<string, string> };
      return metadata.labels["tenantry.io/dedicated-nodes"];
    };
    deepEqual(
      [await mark("northwind-freight"), await mark("acme-corp"), await mark("umbra-health")],
      ["true", undefined, undefined],
    );
  });

  it("R-ISO-5 bounds what may be used by the tier's quota", async () => {
    const all = await namespace();
    deepEqual(spec(named(all, "ns-quota"))["hard"], tenantPlan("acme-corp").compute.quota.hard);
  });

  it("R-ISO-5 closes the network to and from everything, the namespace itself, DNS and services aside", async () => {
    const { podSelector, policyTypes, ingress, egress } = spec(named(await namespace(), "ns-network"));
    deepEqual([podSelector, policyTypes], [{}, ["Ingress", "Egress"]]);
    const gateway = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "gateway" } } };
    deepEqual(ingress, [
      { from: [{ podSelector: {} }] },
      { from: [gateway], ports: [{ protocol: "TCP", port: "http" }] },
    ]);
    const rules = egress as { to: unknown[]; ports?: { port: number }[] }[];
    deepEqual(
      rules.map(({ ports }) => ports?.map(({ port }) => port)),
      [undefined, [53, 53], [5432, 6379, 6380], [443], [80]],
    );
    deepEqual(rules[0]?.to, [{ podSelector: {} }]);
    deepEqual(rules[3]?.to, [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.0.0/16"] } }]);
  });

  it("R-SEC-4 binds the role of all tenants in this namespace alone", async () => {
    const { roleRef, subjects } = named(await namespace(), "ns-role-binding").inputs;
    deepEqual(roleRef, { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "tenantry-tenant" });
    deepEqual(subjects, [{ kind: "ServiceAccount", name: "workload", namespace: "tenant-t7k3m9qd" }]);
  });
});
