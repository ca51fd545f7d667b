import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "../../../../sandbox/servers/process/process-identity.ts";
import { SupervisedKubernetes } from "../../../support/supervised-kubernetes.ts";

describe("SupervisedKubernetesServers", function () {
  this.timeout(180_000);
  const cluster = new SupervisedKubernetes();
  before(() => cluster.start());
  after(() => cluster.remove());

  it("is a real API of the version that was asked for, reached by a verified name", async () => {
    assert.equal((await cluster.asAdministrator("GET", "/version")).body["gitVersion"], "v1.37.2");
    assert.match(cluster.server.endpoint, /^https:\/\/127\.0\.0\.1:\d+$/);
  });

  it("gives administrators a token that ends after 15 minutes, and lets nobody in without one", async () => {
    const token = await cluster.servers.issueToken("cell-us-1");
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
      readonly iat: number;
      readonly exp: number;
    };
    assert.equal(claims.exp - claims.iat, 900);
    assert.equal((await cluster.call(token, "GET", "/api/v1/secrets")).status, 200);
    for (const other of ["", "guess", `${token}x`])
      assert.ok([401, 403].includes((await cluster.call(other, "GET", "/api/v1/secrets")).status), other);
  });

  it("has what the controller manager makes: aggregated roles, service accounts, enforced quotas", async () => {
    const edit = JSON.stringify(
      (await cluster.asAdministrator("GET", "/apis/rbac.authorization.k8s.io/v1/clusterroles/edit")).body,
    );
    assert.match(edit, /"networkpolicies"/);
    await cluster.asAdministrator("POST", "/api/v1/namespaces", { metadata: { name: "quota" } });
    await cluster.asAdministrator("POST", "/api/v1/namespaces/quota/resourcequotas", {
      metadata: { name: "q" },
      spec: { hard: { "count/configmaps": "2" } },
    });
    // The root certificate that every namespace is given counts as one.
    const path = "/api/v1/namespaces/quota/configmaps";
    const used = async (): Promise<unknown> =>
      (
        (await cluster.asAdministrator("GET", "/api/v1/namespaces/quota/resourcequotas/q")).body["status"] as
          | { used?: Record<string, string> }
          | undefined
      )?.used?.["count/configmaps"];
    while ((await used()) !== "1") await sleep(50);
    assert.equal((await cluster.asAdministrator("POST", path, { metadata: { name: "a" } })).status, 201);
    const refused = await cluster.asAdministrator("POST", path, { metadata: { name: "b" } });
    assert.equal(refused.status, 403);
    assert.match(refused.body.message ?? "", /exceeded quota/);
  });

  it("refuses a pod by Pod Security where the namespace is restricted, and takes one that is", async () => {
    await cluster.asAdministrator("POST", "/api/v1/namespaces", {
      metadata: { name: "restricted", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
    });
    const path = "/api/v1/namespaces/restricted/pods";
    while (
      (await cluster.asAdministrator("GET", "/api/v1/namespaces/restricted/serviceaccounts/default")).status !== 200
    )
      await sleep(50);
    const container = { name: "c", image: "registry.example/app:1" };
    const refused = await cluster.asAdministrator("POST", path, {
      metadata: { name: "p" },
      spec: { containers: [{ ...container, securityContext: { privileged: true } }] },
    });
    assert.match(refused.body.message ?? "", /violates PodSecurity "restricted:latest"/);
    const securityContext = {
      allowPrivilegeEscalation: false,
      runAsNonRoot: true,
      capabilities: { drop: ["ALL"] },
      seccompProfile: { type: "RuntimeDefault" },
    };
    assert.equal(
      (
        await cluster.asAdministrator("POST", path, {
          metadata: { name: "p" },
          spec: { containers: [{ ...container, securityContext }] },
        })
      ).status,
      201,
    );
  });

  it("deletes a namespace for good, so that it can be made again", async () => {
    await cluster.asAdministrator("POST", "/api/v1/namespaces", { metadata: { name: "gone" } });
    await cluster.asAdministrator("DELETE", "/api/v1/namespaces/gone");
    while ((await cluster.asAdministrator("GET", "/api/v1/namespaces/gone")).status !== 404) await sleep(100);
    assert.equal(
      (await cluster.asAdministrator("POST", "/api/v1/namespaces", { metadata: { name: "gone" } })).status,
      201,
    );
  });

  it("opens one port of loopback alone, and etcd none", () => {
    const files = join(cluster.folder, "kubernetes", "cell-us-1");
    assert.equal(statSync(files).mode & 0o077, 0);
    assert.deepEqual(
      readdirSync(files)
        .filter((name) => name.includes(":"))
        .sort(),
      ["etcd:1", "peer:1"],
    );
    for (const file of ["tokens.csv", "service-accounts.key", "controller-manager.kubeconfig"])
      assert.equal(statSync(join(files, file)).mode & 0o777, 0o600, file);
    const pids = cluster.processes().map(({ pid }) => pid);
    const listening = execFileSync("ss", ["-Hlntp"], { encoding: "utf8" })
      .split("\n")
      .filter((line) => pids.some((pid) => line.includes(`pid=${pid},`)));
    assert.deepEqual(
      listening.map((line) => line.split(/\s+/)[3]),
      [new URL(cluster.server.endpoint).host],
    );
  });

  it("lists namespaces with their labels, without the system's own", async () => {
    const found = await cluster.servers.namespaces("cell-us-1");
    assert.deepEqual(found.map(({ name }) => name).sort(), ["gone", "quota", "restricted"]);
    assert.equal(
      found.find(({ name }) => name === "restricted")?.labels["pod-security.kubernetes.io/enforce"],
      "restricted",
    );
  });

  it("keeps address, certificate and data over a restart, and leaves no process behind in between", async () => {
    const before = cluster.processes();
    assert.equal(before.length, 3);
    await cluster.close();
    assert.deepEqual(before.filter(isRunning), []);
    cluster.open();
    assert.deepEqual(cluster.servers.get("cell-us-1"), cluster.server);
    assert.deepEqual(cluster.servers.list(), [
      { clusterName: "cell-us-1", endpoint: cluster.server.endpoint, running: false },
    ]);
    await cluster.servers.restore();
    assert.equal((await cluster.asAdministrator("GET", "/api/v1/namespaces/restricted/pods/p")).status, 200);
  });

  it("starts again on demand where one of its programs was killed", async () => {
    const killed = cluster.processes().find(({ name }) => name.startsWith("kube-apiserver"));
    process.kill(killed?.pid ?? 0, "SIGKILL");
    while (cluster.servers.list()[0]?.running) await sleep(20);
    assert.equal((await cluster.asAdministrator("GET", "/api/v1/namespaces/restricted")).status, 200);
    assert.equal(cluster.processes().length, 3);
  });

  it("refuses names that the service would not take, and clusters that are not there", async () => {
    for (const name of ["../up", "", "-a", "a b", "a".repeat(101)])
      await assert.rejects(cluster.servers.start(name), /is no name of a cluster/, name);
    await assert.rejects(cluster.servers.issueToken("cell-eu-1"), /There is no Kubernetes cluster cell-eu-1/);
    assert.equal(cluster.servers.get("cell-eu-1"), undefined);
  });

  it("removes a cluster with its processes and data", async () => {
    const before = cluster.processes();
    await cluster.servers.remove("cell-us-1");
    await cluster.servers.remove("cell-us-1");
    assert.deepEqual(before.filter(isRunning), []);
    assert.equal(existsSync(join(cluster.folder, "kubernetes", "cell-us-1")), false);
    assert.equal(cluster.servers.get("cell-us-1"), undefined);
  });
});
