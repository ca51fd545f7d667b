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
      "NetworkPolicy ns-default-deny",
      "NetworkPolicy ns-dns",
      "LimitRange ns-limits",
      "ResourceQuota ns-quota",
      "Role ns-role",
      "RoleBinding ns-role-binding",
      "NetworkPolicy ns-same-namespace",
      "ServiceAccount ns-service-account",
      "NetworkPolicy ns-services",
      "ResourceQuota ns-system-priorities",
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
      ["restricted", "latest", "acme-corp", "acme-corp.app.example"],
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

  it("R-ISO-5 bounds what may be used by the tier's quota, and refuses the system's priorities", async () => {
    const all = await namespace();
    deepEqual(spec(named(all, "ns-quota"))["hard"], tenantPlan("acme-corp").compute.quota.hard);
    deepEqual(spec(named(all, "ns-system-priorities")), {
      hard: { pods: "0" },
      scopeSelector: {
        matchExpressions: [
          {
            operator: "In",
            scopeName: "PriorityClass",
            values: ["system-cluster-critical", "system-node-critical"],
          },
        ],
      },
    });
  });

  it("R-ISO-5 closes the network to and from everything, the namespace itself, DNS and services aside", async () => {
    const all = await namespace();
    deepEqual(spec(named(all, "ns-default-deny")), { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
    deepEqual(spec(named(all, "ns-same-namespace"))["ingress"], [{ from: [{ podSelector: {} }] }]);
    const services = spec(named(all, "ns-services"))["egress"] as { to: unknown[]; ports: { port: number }[] }[];
    deepEqual(
      services.map(({ ports }) => ports.map(({ port }) => port)),
      [[5432], [443], [80]],
    );
    deepEqual(services[1]?.to, [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.0.0/16"] } }]);
  });

  it("R-SEC-4 writes the tenant's rights out: no wildcard, nothing that guards it can be changed, no token minted", async () => {
    const rules = named(await namespace(), "ns-role").inputs["rules"] as {
      apiGroups: string[];
      resources: string[];
      verbs: string[];
    }[];
    deepEqual(
      rules
        .flatMap(({ apiGroups, resources, verbs }) => [...apiGroups, ...resources, ...verbs])
        .filter((word) => word.includes("*")),
      [],
    );
    const changing = new Set([
      "create",
      "update",
      "patch",
      "delete",
      "deletecollection",
      "bind",
      "escalate",
      "impersonate",
    ]);
    const changed = rules
      .filter(({ verbs }) => verbs.some((verb) => changing.has(verb)))
      .flatMap(({ resources }) => resources);
    const guards = [
      "namespaces",
      "networkpolicies",
      "resourcequotas",
      "limitranges",
      "roles",
      "rolebindings",
      "serviceaccounts",
      "serviceaccounts/token",
    ];
    deepEqual(
      guards.filter((resource) => changed.includes(resource)),
      [],
    );
    equal(changed.includes("deployments"), true);
  });
});
