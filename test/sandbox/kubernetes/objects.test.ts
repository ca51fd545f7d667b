import assert from "node:assert/strict";
import { kubernetesPackage } from "../../../sandbox/kubernetes/package.ts";
import { type ServedPackage, servePackage } from "../../../sandbox/provider/serve.ts";
import type { World } from "../../../sandbox/world/world.ts";
import { type KubernetesWorld, startKubernetesWorld } from "../../support/kubernetes-world.ts";
import { type ProviderClient, providerClient, revealed, type WireValues } from "../../support/provider-client.ts";

describe("objects by the kubernetes provider", function () {
  this.timeout(120_000);
  let running: KubernetesWorld;
  const open: { served: ServedPackage; client: ProviderClient }[] = [];

  const configured = async (
    token: string,
    config: WireValues = {},
    world: World = running.world,
    limitSeconds = 30,
  ) => {
    const served = await servePackage(kubernetesPackage(world, limitSeconds));
    const client = providerClient(served.port, token);
    open.push({ served, client });
    await client.configure({ kubeconfig: running.kubeconfig, ...config });
    return client;
  };
  const create = async (client: ProviderClient, news: WireValues) => {
    const { inputs, failures } = await client.check(news);
    assert.deepEqual(failures, []);
    return { inputs, ...(await client.create(inputs)) };
  };

  before(async () => {
    running = await startKubernetesWorld();
  });
  after(async () => {
    for (const { served, client } of open) {
      client.close();
      await served.close();
    }
    await running.close();
  });

  it("are refused in the server's own words", async () => {
    const client = await configured("kubernetes:core/v1:Namespace");
    await assert.rejects(create(client, { metadata: { name: "Not Valid" } }), {
      message: /^Namespace "Not Valid" is invalid: \[metadata.name: Invalid value: "Not Valid"/,
    });
    const pods = await configured("kubernetes:core/v1:Pod");
    await create(client, {
      metadata: { name: "strict", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
    });
    await assert.rejects(
      create(pods, { metadata: { name: "p", namespace: "strict" }, spec: { containers: [{ name: "c", image: "i" }] } }),
      { message: /violates PodSecurity "restricted:latest"/ },
    );
  });

  it("get a name and the provider's namespace where they name none, and keep them", async () => {
    const client = await configured("kubernetes:core/v1:ConfigMap", { namespace: "kube-public" });
    const { id, inputs } = await create(client, { data: { a: "1" } });
    assert.match(id, /^kube-public\/thing-[0-9a-f]{8}$/);
    const again = await client.check({ data: { a: "1" } }, inputs);
    assert.deepEqual(again.inputs, inputs);
    const cluster = await configured("kubernetes:core/v1:Namespace", { namespace: "kube-public" });
    assert.deepEqual((await cluster.check({ metadata: { name: "x" } })).inputs["metadata"], { name: "x" });
  });

  it("are not taken over from somebody else, unless the provider is told to", async () => {
    await running.api.call({
      method: "PATCH",
      path: "/api/v1/namespaces/default/configmaps/theirs?fieldManager=them",
      body: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "theirs" }, data: { a: "1" } },
    });
    const inputs = { metadata: { name: "theirs" }, data: { a: "2" } };
    await assert.rejects(create(await configured("kubernetes:core/v1:ConfigMap"), inputs), {
      message:
        "ConfigMap default/theirs exists already, and is not this resource's. Import it, choose another name, or set upsertExistingObjects on the provider.",
    });
    const adopting = await configured("kubernetes:core/v1:ConfigMap", { upsertExistingObjects: "true" });
    assert.deepEqual((await create(adopting, inputs)).outputs["data"], { a: "2" });
  });

  it("are recognised after a create that was cut off", async () => {
    const client = await configured("kubernetes:core/v1:ConfigMap");
    const inputs = { metadata: { name: "again" }, data: { a: "1" } };
    const first = await create(client, inputs);
    assert.equal((await create(client, inputs)).id, first.id);
  });

  it("of a kind that is defined a moment before are created, changed and deleted", async () => {
    const definitions = await configured("kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition");
    const crd = await create(definitions, {
      metadata: { name: "boxes.example.com" },
      spec: {
        group: "example.com",
        names: { kind: "Box", plural: "boxes" },
        scope: "Namespaced",
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: "object", properties: { size: { type: "integer" } } } },
          },
        ],
      },
    });
    const boxes = await configured("kubernetes:example.com/v1:Box");
    const box = await boxes.create({
      apiVersion: "example.com/v1",
      kind: "Box",
      metadata: { name: "b", namespace: "default" },
      size: 1,
    });
    assert.equal(box.id, "default/b");
    await definitions.delete(crd.id, crd.outputs);
    assert.equal((await boxes.read("default/b", {}, box.outputs)).id, "");
    await boxes.delete("default/b", box.outputs);
  });

  it("of an unknown kind are refused with the kind's name, and types that are no objects at once", async () => {
    const patches = await configured("kubernetes:core/v1:ConfigMapPatch");
    await assert.rejects(patches.check({}), {
      message: /does not know the resource type kubernetes:core\/v1:ConfigMapPatch/,
    });
    const maps = await configured("kubernetes:core/v1:ConfigMap");
    assert.deepEqual((await maps.check({ metadata: { name: "x" } })).failures, []);
  });

  it("lose what is taken out of them, keys of a Secret's text too", async () => {
    const client = await configured("kubernetes:core/v1:Secret", { enableSecretMutable: "true" });
    const before = { metadata: { name: "keys", labels: { a: "1", b: "1" } }, stringData: { one: "1", two: "2" } };
    const { id, inputs, outputs } = await create(client, before);
    const news = (await client.check({ metadata: { name: "keys", labels: { a: "1" } }, stringData: { one: "1" } }))
      .inputs;
    assert.deepEqual((await client.diff(id, inputs, outputs, news)).replaces, []);
    const after = await client.update(id, inputs, outputs, news);
    assert.deepEqual(revealed(after["data"]), { one: "MQ==" });
    assert.deepEqual(revealed(after["stringData"]), { one: "1" });
    assert.deepEqual((after["metadata"] as WireValues)["labels"], { a: "1" });
  });

  it("are replaced for what the server never changes, by its own word", async () => {
    const client = await configured("kubernetes:scheduling.k8s.io/v1:PriorityClass");
    const { id, inputs, outputs } = await create(client, { metadata: { name: "p" }, value: 1, description: "a" });
    const replaced = await client.diff(id, inputs, outputs, { ...inputs, value: 2 });
    assert.deepEqual([replaced.replaces, replaced.deleteBeforeReplace], [["value"], true]);
    assert.deepEqual((await client.diff(id, inputs, outputs, { ...inputs, description: "b" })).replaces, []);
  });

  it("have no fields that change by themselves in their outputs", async () => {
    const client = await configured("kubernetes:core/v1:ConfigMap");
    const { outputs } = await create(client, { metadata: { name: "plain" } });
    const metadata = Object.keys(outputs["metadata"] as WireValues).sort();
    assert.deepEqual(metadata, ["creationTimestamp", "name", "namespace", "uid"]);
  });

  it("that a finalizer keeps fail after the limit, with its name, and are not waited for with skipAwait", async () => {
    const client = await configured("kubernetes:core/v1:ConfigMap", {}, running.world, 1);
    const kept = await create(client, { metadata: { name: "kept", finalizers: ["example.com/keep"] } });
    await assert.rejects(client.delete(kept.id, kept.outputs), {
      message:
        "ConfigMap kept is not gone after 1 seconds; finalizers: example.com/keep. Remove what keeps it, and run again.",
    });
    const annotations = { "pulumi.com/skipAwait": "true" };
    const left = await create(client, { metadata: { name: "left", annotations, finalizers: ["example.com/keep"] } });
    await client.delete(left.id, left.outputs);
  });

  it("of a cluster that is gone count as deleted; of one that does not answer they do not", async () => {
    const { kubernetes } = running.world;
    const withoutCluster: World = {
      ...running.world,
      kubernetes: {
        start: (name) => kubernetes.start(name),
        get: () => undefined,
        issueToken: (name) => kubernetes.issueToken(name),
        remove: (name) => kubernetes.remove(name),
      },
    };
    const inputs = { metadata: { name: "x", namespace: "default" } };
    const gone = await configured("kubernetes:core/v1:ConfigMap", {}, withoutCluster);
    await gone.delete("default/x", inputs);
    assert.equal((await gone.read("default/x", inputs, inputs)).id, "");
    await assert.rejects(gone.create(inputs), { message: "There is no EKS cluster main in the sandbox." });

    const kubeconfig = running.kubeconfig.replace(running.server.endpoint, "https://127.0.0.1:1");
    const message = "The Kubernetes API at https://127.0.0.1:1 does not answer: connect ECONNREFUSED 127.0.0.1:1.";
    const silent = await configured("kubernetes:core/v1:ConfigMap", { kubeconfig });
    await assert.rejects(silent.delete("default/x", inputs), { message });
    await assert.rejects(silent.read("default/x", inputs, inputs), { message });
    const forgiving = await configured("kubernetes:core/v1:ConfigMap", { kubeconfig, deleteUnreachable: "true" });
    await forgiving.delete("default/x", inputs);
  });
});
