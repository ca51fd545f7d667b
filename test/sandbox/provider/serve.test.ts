import assert from "node:assert/strict";
import type { ServiceError } from "@grpc/grpc-js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statuses from "@pulumi/pulumi/proto/status_pb.js";
import { PartialCreateError } from "../../../sandbox/provider/partial-create-error.ts";
import { type PropertyMap, type ResourceType, unknownValue } from "../../../sandbox/provider/provider.ts";
import { type ServedPackage, servePackage } from "../../../sandbox/provider/serve.ts";
import { echoPackage } from "../../support/echo-package.ts";
import { isSecret, type ProviderClient, providerClient, secret, unknownText } from "../../support/provider-client.ts";

describe("a served package", () => {
  let served: ServedPackage;
  let client: ProviderClient;

  const serve = async (type: Partial<ResourceType> = {}, token = "echo:index:Echo"): Promise<ProviderClient> => {
    served = await servePackage(echoPackage(type));
    client = providerClient(served.port, token);
    await client.configure({});
    return client;
  };
  afterEach(async () => {
    client.close();
    await served.close();
  });

  it("gives configuration parsed, text as it is, and secrets unwrapped", async () => {
    const { configure, invoke } = await serve();
    await configure({ port: "5432", on: "true", list: '["a"]', host: "db-1", password: "0123", token: secret("t") });
    const { config } = await invoke("echo:index:Echo", {});
    assert.deepEqual(config, { port: 5432, on: true, list: ["a"], host: "db-1", password: "0123", token: "t" });
  });

  it("refuses a bad configuration before it is used, and lets a good one pass", async () => {
    const { checkConfig } = await serve();
    assert.deepEqual(await checkConfig({ port: "1" }), [{ property: "port", reason: "port must not be 1." }]);
    assert.deepEqual(await checkConfig({ port: "2" }), []);
    assert.deepEqual(await checkConfig({ port: unknownText }), []);
  });

  it("says where to add a type or function that it does not know", async () => {
    const { check, invoke } = await serve({}, "echo:index:Other");
    const where = "The sandbox does not know the";
    await assert.rejects(check({ a: 1 }), {
      message: `${where} resource type echo:index:Other of the package echo. Add it in echo/types/.`,
    });
    await assert.rejects(invoke("echo:index:other", {}), {
      message: `${where} function echo:index:other of the package echo. Add it in echo/types/.`,
    });
  });

  it("never calls a type's create or update in a preview", async () => {
    const refuse = (): never => assert.fail("called in a preview");
    const { create, update } = await serve({ create: refuse, update: refuse, updatedOutputs: ["version"] });
    assert.deepEqual(await create({ a: 1, b: unknownText }, true), { id: "", outputs: { a: 1, b: unknownText } });
    const outputs = await update("id", { a: 1, old: 1 }, { a: 1, old: 1, arn: "x", version: 1 }, { a: 2 }, true);
    assert.deepEqual(outputs, { a: 2, arn: "x", version: unknownText });
  });

  it("shows what the cloud adds inside an input map as unknown in a create's preview, and only where the map is given", async () => {
    const { create } = await serve({ madeInside: { place: ["groupId"], other: ["id"] } });
    const { outputs } = await create({ place: { subnetId: "s" } }, true);
    assert.deepEqual(outputs, { place: { subnetId: "s", groupId: unknownText } });
  });

  it("keeps what the cloud added inside an input map in an update's preview, where the map is still given", async () => {
    const { update } = await serve({ madeInside: { place: ["groupId"], other: ["id"] }, update: async () => ({}) });
    const recorded = { place: { subnetId: "s", groupId: "g" }, other: { id: "i" } };
    const outputs = await update(
      "id",
      { place: { subnetId: "s" }, other: {} },
      recorded,
      { place: { subnetId: "t" } },
      true,
    );
    assert.deepEqual(outputs, { place: { subnetId: "t", groupId: "g" } });
  });

  it("gives a type plain values, and wraps what was secret where it comes back", async () => {
    const seen: PropertyMap[] = [];
    const { create } = await serve({
      secretOutputs: ["made"],
      create: async (inputs) => {
        seen.push(inputs);
        return { id: "1", outputs: { ...inputs, made: "m", open: "o" } };
      },
    });
    const { outputs } = await create({
      map: { open: 1, hidden: secret("h") },
      list: [1, secret(2)],
      all: secret({ a: 1 }),
    });
    assert.deepEqual(seen, [{ map: { open: 1, hidden: "h" }, list: [1, 2], all: { a: 1 } }]);
    assert.deepEqual(outputs, {
      map: { open: 1, hidden: secret("h") },
      list: [1, secret(2)],
      all: secret({ a: 1 }),
      made: secret("m"),
      open: "o",
    });
  });

  it("wraps a whole list whose order changed around a secret", async () => {
    const { create } = await serve({ create: async () => ({ id: "1", outputs: { list: ["hidden", "open"] } }) });
    const { outputs } = await create({ list: ["open", secret("hidden")] });
    assert.ok(isSecret(outputs["list"]));
  });

  it("refuses to create with a value that is not known yet", async () => {
    const { create } = await serve();
    await assert.rejects(create({ a: { b: [unknownText] } }), {
      message: "echo:index:Echo thing: the input a is not known yet.",
    });
  });

  it("tells each kind of change by its path", async () => {
    const { diff } = await serve({ update: async (_id, _olds, news) => news });
    const olds = { same: 1, changed: { "a.b": 1, c: [1, 2] }, gone: 1 };
    const news = { same: 1, changed: { "a.b": 2, c: [1, 3] }, come: 1 };
    assert.deepEqual((await diff("id", olds, olds, news)).kinds, {
      'changed["a.b"]': "UPDATE",
      "changed.c[1]": "UPDATE",
      come: "ADD",
      gone: "DELETE",
    });
  });

  it("replaces a type without an update for any change, and for none without a change", async () => {
    const { diff } = await serve();
    const changed = await diff("id", { a: 1, b: 1 }, {}, { a: 2 });
    assert.deepEqual(changed.kinds, { a: "UPDATE_REPLACE", b: "DELETE_REPLACE" });
    assert.deepEqual(changed.replaces, ["a", "b"]);
    const unchanged = await diff("id", { a: 1 }, {}, { a: 1 });
    assert.deepEqual([unchanged.changes, unchanged.replaces], [false, []]);
  });

  it("shows a type unknown values in diff and check", async () => {
    const seen: PropertyMap[] = [];
    const { check, diff } = await serve({
      check: (news) => {
        seen.push(news);
        return { inputs: news, failures: [{ property: "a", reason: "no" }] };
      },
      diff: (_olds, news) => {
        seen.push(news);
        return { changed: ["a"], replaces: ["a"], deleteBeforeReplace: true };
      },
    });
    const checked = await check({ a: unknownText });
    assert.deepEqual(checked, { inputs: { a: unknownText }, failures: [{ property: "a", reason: "no" }] });
    assert.equal((await diff("id", { a: 1 }, {}, { a: unknownText })).deleteBeforeReplace, true);
    assert.deepEqual(seen, [{ a: unknownValue }, { a: unknownValue }]);
  });

  it("hands the engine a resource that was only half made, its secrets wrapped", async () => {
    const { create } = await serve({
      create: async (inputs) => {
        throw new PartialCreateError("half", { ...inputs, state: "broken" }, "it broke");
      },
    });
    const error = await create({ a: secret("s") }).then(
      () => assert.fail("created"),
      (thrown: Error) => thrown.cause as ServiceError,
    );
    const [details] = error.metadata.get("grpc-status-details-bin");
    assert.ok(Buffer.isBuffer(details));
    const [detail] = statuses.Status.deserializeBinary(details).getDetailsList();
    const failed = messages.ErrorResourceInitFailed.deserializeBinary(detail?.getValue_asU8() ?? new Uint8Array());
    assert.equal(failed.getId(), "half");
    assert.deepEqual(failed.getReasonsList(), ["it broke"]);
    assert.deepEqual(failed.getProperties()?.toJavaScript(), { a: secret("s"), state: "broken" });
  });

  it("passes a refusal on as it is, in any letters and on any number of lines", async () => {
    const message = "näin ei:\n  käy 100 %";
    const { delete: remove } = await serve({ delete: () => Promise.reject(new Error(message)) });
    await assert.rejects(remove("id", {}), { message });
  });

  it("closes though its configuration failed", async () => {
    served = await servePackage({ ...echoPackage(), configure: () => Promise.reject(new Error("no such server")) });
    client = providerClient(served.port, "echo:index:Echo");
    await assert.rejects(client.configure({}), { message: "no such server" });
    await served.close();
  });
});
