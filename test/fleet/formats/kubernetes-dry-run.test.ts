import { deepEqual, equal, match, ok } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { parseAllDocuments } from "yaml";
import { kubernetesObjects } from "../../../fleet/formats/kubernetes-objects.ts";
import { synthFleet } from "../../../fleet/synth/fleet.ts";
import { type ApiAnswer, SupervisedKubernetes } from "../../support/supervised-kubernetes.ts";

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Readonly<Record<string, unknown>>;
}

const platform = "cell-us-1-platform";
const tenants = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"];

/** Where objects of a kind are made. */
function pathOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const singular = kind.toLowerCase();
  const plural = /s$/.test(singular) ? `${singular}es` : `${singular}s`.replace(/ys$/, "ies");
  const scope = metadata.namespace === undefined ? "" : `/namespaces/${metadata.namespace}`;
  return `${apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`}${scope}/${plural}`;
}

/** What the text of `synth --format k8s` holds. */
const objectsIn = (text: string): readonly KubernetesObject[] =>
  parseAllDocuments(text).map((document) => document.toJS() as KubernetesObject);

describe("synth --format k8s, sent to a real API server by dry-run", function () {
  this.timeout(180_000);
  const cluster = new SupervisedKubernetes();
  const written = new Map<string, readonly KubernetesObject[]>();

  const send = (object: KubernetesObject, isDry: boolean): Promise<ApiAnswer> =>
    cluster.asAdministrator("POST", `${pathOf(object)}?fieldValidation=Strict${isDry ? "&dryRun=All" : ""}`, object);
  const make = async (object: KubernetesObject): Promise<void> => {
    const { status, body } = await send(object, false);
    equal(status, 201, `${object.kind} ${object.metadata.name}: ${body.message ?? ""}`);
  };
  const objectOf = (tenant: string, kind: string): KubernetesObject => {
    const found = written.get(tenant)?.find((object) => object.kind === kind);
    ok(found, `${tenant} declares no ${kind}`);
    return found;
  };

  async function synthesised(): Promise<void> {
    for await (const synthesis of synthFleet([platform, ...tenants], process.cwd())) {
      if (synthesis.kind === "failed") throw synthesis.error;
      written.set(synthesis.stack.stack, objectsIn(kubernetesObjects(synthesis.stack).text));
    }
  }

  before(async () => {
    await synthesised();
    await cluster.start();
    const ofCluster = (written.get(platform) ?? []).filter(({ metadata }) => metadata.namespace === undefined);
    for (const object of ofCluster) await make(object);
    // A namespace that is only tried is not there for what it would hold.
    for (const tenant of tenants) await make(objectOf(tenant, "Namespace"));
    await untilGuarded();
  });
  after(() => cluster.remove());

  const stray = (): KubernetesObject => ({
    ...objectOf("acme-corp", "Service"),
    spec: { type: "ExternalName", externalName: "elsewhere.example" },
  });

  /** A policy is compiled a moment after it is made; until then nothing is refused. */
  async function untilGuarded(): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      if ((await send(stray(), true)).status === 403) return;
      await pause(200);
    }
    throw new Error("the platform's policies never took effect");
  }

  it("R-APP-1 R-ISO-5 has every object of every sample tenant taken, by strict validation and the platform's policies", async () => {
    const tried = tenants.flatMap((tenant) =>
      (written.get(tenant) ?? []).filter(({ kind }) => kind !== "Namespace").map((object) => ({ tenant, object })),
    );
    for (const tenant of tenants) ok(tried.filter((one) => one.tenant === tenant).length > 5, tenant);
    const refused: string[] = [];
    for (const { tenant, object } of tried) {
      const { status, body } = await send(object, true);
      if (status !== 201) refused.push(`${tenant} ${object.kind} ${object.metadata.name}: ${body.message ?? ""}`);
    }
    deepEqual(refused, []);
  });

  it("R-ISO-5 keeps nothing of what was tried", async () => {
    const deployment = objectOf("acme-corp", "Deployment");
    const path = `${pathOf(deployment)}/${deployment.metadata.name}`;
    equal((await cluster.asAdministrator("GET", path)).status, 404);
  });

  /** The pod template of a tenant's Deployment as a Pod, its first container changed. */
  const podOf = (tenant: string, changes: Readonly<Record<string, unknown>>): KubernetesObject => {
    const { metadata, spec } = objectOf(tenant, "Deployment");
    const { template } = structuredClone(spec) as { template: { spec: { containers: Record<string, unknown>[] } } };
    Object.assign(template.spec.containers[0] ?? {}, changes);
    return { apiVersion: "v1", kind: "Pod", metadata, spec: template.spec };
  };

  it("R-ISO-5 has the pods of every tenant's template taken, and a privileged one refused", async () => {
    for (const tenant of tenants) {
      await make(objectOf(tenant, "ServiceAccount"));
      const taken = await send(podOf(tenant, {}), true);
      equal(taken.status, 201, `${tenant}: ${taken.body.message ?? ""}`);
      const refused = await send(podOf(tenant, { securityContext: { privileged: true } }), true);
      equal(refused.status, 403, tenant);
      match(refused.body.message ?? "", /violates PodSecurity "restricted/);
    }
  });

  it("R-ISO-5 has what goes past the platform's policies refused", async () => {
    const { status, body } = await send(stray(), true);
    equal(status, 403, body.message);
    match(body.message ?? "", /tenantry-services/);
  });

  it("refuses a field that the API does not have, a version that it does not serve and a value of the wrong type", async () => {
    const deployment = objectOf("acme-corp", "Deployment");
    const unknown = await send({ ...deployment, spec: { ...deployment.spec, replica: 2 } }, true);
    equal(unknown.status, 400);
    match(unknown.body.message ?? "", /unknown field "spec\.replica"/);
    const wrongVersion = await send({ ...deployment, apiVersion: "apps/v1beta1" }, true);
    equal(wrongVersion.status, 404);
    const wrongType = await send({ ...deployment, spec: { ...deployment.spec, replicas: "two" } }, true);
    equal(wrongType.status, 400);
  });
});
