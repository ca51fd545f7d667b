import { kubernetesPackage } from "../../../sandbox/kubernetes/package.ts";
import { type KubernetesWorld, startKubernetesWorld } from "../../support/kubernetes-world.ts";
import { describeProviderContract, type ProviderContract } from "../../support/provider-contract.ts";

let running: KubernetesWorld;

type Case = Omit<ProviderContract, "package" | "configuration">;

const metadata = (name: string, more = {}) => ({ name, namespace: "work", ...more });
const byHand = (path: string, fields: Readonly<Record<string, unknown>>) => running.edit(path, fields);
const remove = async (path: string): Promise<void> => {
  await running.api.call({ method: "DELETE", path });
};

const pod = (image: string) => ({
  metadata: { labels: { app: "web" } },
  spec: { containers: [{ name: "web", image, ports: [{ containerPort: 80 }], env: [{ name: "A", value: "1" }] }] },
});

const cases: readonly Case[] = [
  {
    token: "kubernetes:core/v1:ConfigMap",
    inputs: () => ({
      metadata: metadata("settings", { labels: { a: "1" } }),
      data: { key: "value" },
      immutable: false,
    }),
    changed: () => ({ metadata: metadata("settings", { labels: { a: "2" } }), data: { key: "value" } }),
    replacing: () => ({ metadata: metadata("settings"), data: { key: "other" } }),
    changeByHand: async () => {
      await byHand("/api/v1/namespaces/work/configmaps/settings", { data: { key: "by hand" } });
      return { property: "data", value: { key: "by hand" } };
    },
    removeByHand: () => remove("/api/v1/namespaces/work/configmaps/settings"),
  },
  {
    token: "kubernetes:core/v1:Secret",
    inputs: () => ({
      metadata: metadata("token"),
      type: "Opaque",
      stringData: { key: "väl\nue" },
      data: { other: "AAE=" },
    }),
    changed: () => ({
      metadata: metadata("token", { annotations: { a: "1" } }),
      type: "Opaque",
      stringData: { key: "väl\nue" },
      data: { other: "AAE=" },
    }),
    replacing: () => ({ metadata: metadata("token2"), stringData: { key: "value" } }),
    writeOnly: ["stringData"],
    changeByHand: async () => {
      await byHand("/api/v1/namespaces/work/secrets/token", { data: { key: Buffer.from("hand").toString("base64") } });
      return { property: "stringData", value: { key: "hand" } };
    },
    removeByHand: () => remove("/api/v1/namespaces/work/secrets/token"),
  },
  {
    token: "kubernetes:core/v1:Namespace",
    inputs: () => ({ metadata: { name: "tenant", labels: { team: "a" } } }),
    changed: () => ({ metadata: { name: "tenant", labels: { team: "b" } } }),
    replacing: () => ({ metadata: { name: "tenant2" } }),
    changeByHand: async () => {
      await byHand("/api/v1/namespaces/tenant", { metadata: { labels: { team: "hand" } } });
      return { property: "metadata", value: { name: "tenant", labels: { team: "hand" } } };
    },
  },
  {
    token: "kubernetes:apps/v1:Deployment",
    inputs: () => ({
      metadata: metadata("web"),
      spec: { replicas: 2, selector: { matchLabels: { app: "web" } }, template: pod("web:1") },
    }),
    changed: () => ({
      metadata: metadata("web"),
      spec: { replicas: 3, selector: { matchLabels: { app: "web" } }, template: pod("web:2") },
    }),
    replacing: () => ({
      metadata: metadata("web"),
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: "web", more: "1" } },
        template: { ...pod("web:1"), metadata: { labels: { app: "web", more: "1" } } },
      },
    }),
    changeByHand: async () => {
      await byHand("/apis/apps/v1/namespaces/work/deployments/web", { spec: { replicas: 9 } });
      return {
        property: "spec",
        value: { replicas: 9, selector: { matchLabels: { app: "web" } }, template: pod("web:1") },
      };
    },
    removeByHand: () => remove("/apis/apps/v1/namespaces/work/deployments/web"),
  },
  {
    token: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
    inputs: () => ({
      metadata: metadata("reads"),
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
      subjects: [{ kind: "ServiceAccount", name: "default", namespace: "work" }],
    }),
    changed: () => ({
      metadata: metadata("reads"),
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
      subjects: [{ kind: "Group", apiGroup: "rbac.authorization.k8s.io", name: "readers" }],
    }),
    replacing: () => ({
      metadata: metadata("reads"),
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "edit" },
    }),
    changeByHand: async () => {
      const subjects = [
        { kind: "ServiceAccount", name: "default", namespace: "work" },
        { kind: "User", apiGroup: "rbac.authorization.k8s.io", name: "intruder" },
      ];
      await byHand("/apis/rbac.authorization.k8s.io/v1/namespaces/work/rolebindings/reads", {
        subjects,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
      });
      return { property: "subjects", value: subjects };
    },
    removeByHand: () => remove("/apis/rbac.authorization.k8s.io/v1/namespaces/work/rolebindings/reads"),
  },
  {
    token: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    inputs: () => ({
      metadata: metadata("deny"),
      spec: {
        podSelector: {},
        policyTypes: ["Ingress"],
        ingress: [{ ports: [{ port: 80 }], from: [{ podSelector: {} }] }],
      },
    }),
    changed: () => ({ metadata: metadata("deny"), spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } }),
    replacing: () => ({ metadata: { name: "deny", namespace: "default" }, spec: { podSelector: {} } }),
    changeByHand: async () => {
      await byHand("/apis/networking.k8s.io/v1/namespaces/work/networkpolicies/deny", {
        spec: { podSelector: { matchLabels: { app: "other" } } },
      });
      return {
        property: "spec",
        value: {
          podSelector: { matchLabels: { app: "other" } },
          policyTypes: ["Ingress"],
          ingress: [{ ports: [{ port: 80 }], from: [{ podSelector: {} }] }],
        },
      };
    },
    removeByHand: () => remove("/apis/networking.k8s.io/v1/namespaces/work/networkpolicies/deny"),
  },
];

describe("the kubernetes provider", function () {
  this.timeout(120_000);
  before(async () => {
    running = await startKubernetesWorld();
    await running.api.call({
      method: "PATCH",
      path: "/api/v1/namespaces/work?fieldManager=test",
      body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "work" } },
    });
  });
  after(() => running.close());

  for (const each of cases) {
    describeProviderContract({
      ...each,
      package: () => kubernetesPackage(running.world),
      configuration: () => ({ kubeconfig: running.kubeconfig, enableServerSideApply: "true" }),
    });
  }
});
