import { deepEqual, equal, match } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { namespaceOf, TenantCluster } from "../../support/tenant-cluster.ts";

const ids = ["acme-corp", "northwind-freight"] as const;
const container = {
  name: "app",
  image: "registry.example/app:1",
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
};
const restricted = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
  containers: [container],
};
const ownNodes = (tenant: string) => ({
  nodeSelector: { "tenantry.io/tenant": tenant },
  tolerations: [{ key: "tenantry.io/tenant", operator: "Equal", value: tenant, effect: "NoSchedule" }],
});

describe("a cell's guard rails on a real API server", function () {
  this.timeout(120_000);
  const cluster = new TenantCluster();
  const pod = (id: string, spec: object) => cluster.make(id, "pods", "v1", "Pod", { ...restricted, ...spec });
  const service = (spec: object) => cluster.make("acme-corp", "services", "v1", "Service", spec);
  const ingress = (spec: object) => cluster.make("acme-corp", "ingresses", "networking.k8s.io/v1", "Ingress", spec);

  before(() => cluster.start(ids));
  after(() => cluster.kubernetes.remove());

  it("R-APP-1 R-ISO-5 admits the application's own pods, made by the controllers", async () => {
    for (const id of ids) {
      let pods: unknown[] = [];
      for (let tries = 0; tries < 100 && pods.length === 0; tries++) {
        const { body } = await cluster.asTenant(
          id,
          "GET",
          `/api/v1/namespaces/${namespaceOf(id)}/pods?labelSelector=app.kubernetes.io/name`,
        );
        pods = body["items"] as unknown[];
        if (pods.length === 0) await pause(200);
      }
      equal(pods.length > 0, true, id);
    }
  });

  it("R-ISO-5 refuses Services that point at others or take others' traffic, and admits an ordinary one", async () => {
    const ports = [{ port: 80 }];
    equal((await service({ type: "ClusterIP", selector: { app: "x" }, ports })).status, 201);
    const external = await service({ type: "ExternalName", externalName: "elsewhere.example" });
    match(external.body.message ?? "", /tenantry-services.*ClusterIP/);
    const stolen = await service({ type: "ClusterIP", ports, externalIPs: ["192.0.2.1"] });
    match(stolen.body.message ?? "", /externalIPs would take traffic/);
    const open = await service({ type: "NodePort", ports });
    equal(open.status, 403);
  });

  it("R-ISO-5 refuses Ingresses for another's host, for any host, and for none; admits the tenant's own", async () => {
    const backend = { service: { name: "sample-app", port: { number: 80 } } };
    const rule = (host?: string) => ({
      ...(host === undefined ? {} : { host }),
      http: { paths: [{ path: "/", pathType: "Prefix", backend }] },
    });
    equal((await ingress({ rules: [rule("acme-corp.us-1.app.example")] })).status, 201);
    const refusals = await Promise.all([
      ingress({ rules: [rule("northwind-freight.us-1.app.example")] }),
      ingress({ rules: [rule("acme-corp.us-1.app.example"), rule("northwind-freight.us-1.app.example")] }),
      ingress({ rules: [rule("*.app.example")] }),
      ingress({ rules: [rule()] }),
      ingress({ defaultBackend: backend }),
      ingress({
        rules: [rule("acme-corp.us-1.app.example")],
        tls: [{ hosts: ["northwind-freight.us-1.app.example"] }],
      }),
    ]);
    for (const { status, body } of refusals) {
      equal(status, 403, body.message);
      match(body.message ?? "", /tenantry-ingresses/);
    }
  });

  it("R-ISO-5 refuses pods that go past the scheduler or tolerate what is not theirs; admits an ordinary one", async () => {
    equal((await pod("acme-corp", {})).status, 201);
    const noWay = [
      { nodeName: "some-node" },
      ownNodes("northwind-freight"),
      { tolerations: [{ operator: "Exists" }] },
      { tolerations: [{ key: "tenantry.io/tenant", operator: "Exists" }] },
      { tolerations: [{ key: "tenantry.io/tenant", operator: "Equal", value: "northwind-freight" }] },
      { tolerations: [{ key: "example.org/gpu", operator: "Exists" }] },
      { nodeSelector: { "tenantry.io/tenant": "northwind-freight" } },
    ];
    for (const spec of noWay) {
      const { status, body } = await pod("acme-corp", spec);
      equal(status, 403, `${JSON.stringify(spec)}: ${body.message ?? "admitted"}`);
      match(body.message ?? "", /tenantry-pods/);
    }
  });

  it("R-ISO-5 keeps pods of a tenant with nodes of its own on them", async () => {
    equal((await pod("northwind-freight", ownNodes("northwind-freight"))).status, 201);
    const elsewhere = await pod("northwind-freight", {});
    match(elsewhere.body.message ?? "", /selects them/);
    const others = await pod("northwind-freight", ownNodes("acme-corp"));
    match(others.body.message ?? "", /tenantry-pods/);
  });

  it("R-ISO-5 refuses the system's priorities", async () => {
    const { status, body } = await pod("acme-corp", { priorityClassName: "system-cluster-critical" });
    equal(status, 403);
    match(body.message ?? "", /tenantry-pods/);
  });

  it("R-ISO-5 refuses privileged pods by Pod Security", async () => {
    const privileged = { ...container, securityContext: { privileged: true } };
    const { status, body } = await pod("acme-corp", { containers: [privileged] });
    equal(status, 403);
    match(body.message ?? "", /PodSecurity "restricted:latest"/);
  });

  it("R-ISO-6 lets a tenant read its guard rails and change none, and see nothing of another's namespace", async () => {
    const own = `/namespaces/${namespaceOf("acme-corp")}`;
    const other = `/namespaces/${namespaceOf("northwind-freight")}`;
    const allowed = [
      ["GET", `/api/v1${own}`],
      ["GET", `/apis/networking.k8s.io/v1${own}/networkpolicies`],
      ["GET", `/api/v1${own}/resourcequotas`],
      ["GET", `/api/v1${own}/secrets`],
    ] as const;
    for (const [method, path] of allowed) equal((await cluster.asTenant("acme-corp", method, path)).status, 200, path);
    const refused = [
      ["PUT", `/api/v1${own}`],
      ["DELETE", `/api/v1${own}`],
      ["DELETE", `/apis/networking.k8s.io/v1${own}/networkpolicies/tenant`],
      ["DELETE", `/api/v1${own}/resourcequotas/tenant`],
      ["DELETE", `/api/v1${own}/limitranges/tenant`],
      ["DELETE", `/apis/rbac.authorization.k8s.io/v1${own}/rolebindings/tenant`],
      ["PATCH", "/apis/rbac.authorization.k8s.io/v1/clusterroles/tenantry-tenant"],
      ["GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles/tenantry-tenant"],
      ["POST", `/api/v1${own}/serviceaccounts/workload/token`],
      ["POST", `/api/v1${own}/serviceaccounts`],
      ["GET", `/api/v1${other}/pods`],
      ["GET", `/api/v1${other}/secrets`],
      ["GET", `/api/v1${other}`],
      ["GET", "/api/v1/namespaces"],
      ["GET", "/api/v1/nodes"],
      ["GET", "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies"],
    ] as const;
    const answers = await Promise.all(
      refused.map(
        async ([method, path]) => [path, (await cluster.asTenant("acme-corp", method, path, {})).status] as const,
      ),
    );
    deepEqual(
      answers.filter(([, status]) => status !== 403),
      [],
    );
  });
});
