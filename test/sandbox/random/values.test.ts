import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import type { CreateResult, PropertyMap, ResourceContext, ResourceType } from "../../../sandbox/provider/provider.ts";
import { drawFromSeed, drawSecurely, pick, shuffled } from "../../../sandbox/random/draw.ts";
import { randomTypes } from "../../../sandbox/random/package.ts";

const context: ResourceContext = { urn: "urn:pulumi:s::p::t::thing", type: "t", name: "thing" };

const named = (name: string): ResourceType => {
  const found = randomTypes.find((type) => type.token.endsWith(`:${name}`));
  assert.ok(found);
  return found;
};
const make = (name: string, inputs: PropertyMap): Promise<CreateResult> => named(name).create(inputs, context);
const failures = async (name: string, inputs: PropertyMap): Promise<readonly string[]> =>
  ((await named(name).check?.(inputs, undefined, context))?.failures ?? []).map(({ reason }) => reason);

describe("random values", () => {
  it("hold the minimum of every class of characters, and no other than those asked for", async () => {
    const inputs = { length: 12, minLower: 3, minUpper: 3, minNumeric: 3, minSpecial: 3, overrideSpecial: "_" };
    for (let round = 0; round < 50; round++) {
      const { outputs } = await make("RandomString", inputs);
      const classes = String(outputs["result"]).replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A").replace(/[0-9]/g, "0");
      assert.equal([...classes].sort().join(""), "000AAA___aaa");
    }
    const { outputs } = await make("RandomString", { length: 200, upper: false, special: false, numeric: false });
    assert.match(String(outputs["result"]), /^[a-z]{200}$/);
  });

  it("differ from one another", async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => make("RandomString", { length: 20 })));
    assert.equal(new Set(results.map(({ id }) => id)).size, 50);
  });

  it("of a password are in no id, and its hash is bcrypt's", async () => {
    const { id, outputs } = await make("RandomPassword", { length: 100 });
    assert.equal(id, "none");
    assert.equal(String(outputs["result"]).length, 100);
    assert.ok(await bcrypt.compare(String(outputs["result"]).slice(0, 72), String(outputs["bcryptHash"])));
    assert.deepEqual(named("RandomPassword").secretOutputs, ["result", "bcryptHash"]);
    assert.equal((await make("RandomBytes", { length: 4 })).id, "none");
  });

  it("refuse what cannot be made, and take what can", async () => {
    assert.deepEqual(await failures("RandomPassword", { length: 3, minLower: 2, minUpper: 2 }), [
      "length must be at least the sum of the minimums, 4, but is 3.",
    ]);
    assert.deepEqual(await failures("RandomPassword", { length: 4, minLower: 2, minUpper: 2 }), []);
    const none = { length: 4, lower: false, upper: false, number: false, special: false };
    assert.deepEqual(await failures("RandomString", none), ["One of lower, upper, numeric and special must be true."]);
    assert.deepEqual(await failures("RandomInteger", { min: 2, max: 1 }), [
      "max must be from min (2) up to 2^48 above it, but is 1.",
    ]);
    assert.deepEqual(await failures("RandomInteger", { min: 2, max: 2 }), []);
    assert.deepEqual(await failures("RandomInteger", {}), ["min is required.", "max is required."]);
  });

  it("have the same bytes in every form", async () => {
    const { id, outputs } = await make("RandomId", { byteLength: 8, prefix: "p-" });
    const bytes = Buffer.from(id, "base64url");
    assert.equal(bytes.length, 8);
    assert.deepEqual(outputs, {
      byteLength: 8,
      prefix: "p-",
      b64Std: `p-${bytes.toString("base64")}`,
      b64Url: `p-${id}`,
      hex: `p-${bytes.toString("hex")}`,
      dec: `p-${bytes.readBigUInt64BE()}`,
    });
  });

  it("are UUIDs of the version that was asked for", async () => {
    const form = (version: number): RegExp =>
      new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);
    assert.match((await make("RandomUuid", {})).id, form(4));
    assert.match((await make("RandomUuid4", {})).id, form(4));
    const before = Date.now();
    const { id } = await make("RandomUuid7", {});
    assert.match(id, form(7));
    const time = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
    assert.ok(time >= before && time <= Date.now());
  });

  it("stay within their bounds, come up each, and repeat by their seed", async () => {
    const drawn = await Promise.all(Array.from({ length: 200 }, () => make("RandomInteger", { min: -1, max: 1 })));
    assert.deepEqual([...new Set(drawn.map(({ outputs }) => outputs["result"]))].sort(), [-1, 0, 1]);
    const seeded = await Promise.all([1, 2].map(() => make("RandomInteger", { min: 0, max: 2 ** 40, seed: "s" })));
    assert.equal(seeded[0]?.id, seeded[1]?.id);
    assert.notEqual((await make("RandomInteger", { min: 0, max: 2 ** 40, seed: "t" })).id, seeded[0]?.id);
  });

  it("are shuffled without loss, as often as results are asked for", async () => {
    const inputs = ["a", "b", "c"];
    const results = async (more: PropertyMap): Promise<string[]> =>
      (await make("RandomShuffle", { inputs, ...more })).outputs["results"] as string[];
    assert.deepEqual((await results({})).sort(), inputs);
    assert.deepEqual((await results({ resultCount: 6 })).sort(), ["a", "a", "b", "b", "c", "c"]);
    assert.equal((await results({ resultCount: 2 })).length, 2);
    assert.deepEqual(await results({ seed: "s" }), await results({ seed: "s" }));
    assert.deepEqual((await make("RandomShuffle", { inputs: [], resultCount: 3 })).outputs["results"], []);
  });

  it("are names of as many words as asked for", async () => {
    assert.match((await make("RandomPet", {})).id, /^[a-z]+-[a-z]+$/);
    assert.match((await make("RandomPet", { length: 4, separator: "_", prefix: "my" })).id, /^my(_[a-z]+){4}$/);
    assert.match((await make("RandomPet", { length: 1 })).id, /^[a-z]+$/);
  });

  it("are imported from what they are, and not where that is not all", async () => {
    const read = (name: string, id: string) => named(name).read(id, undefined, undefined, context);
    assert.deepEqual((await read("RandomPassword", "pass-word"))?.inputs, { length: 9 });
    assert.equal((await read("RandomPassword", "pass-word"))?.id, "none");
    assert.deepEqual((await read("RandomInteger", "3,1,6"))?.outputs, { min: 1, max: 6, result: 3 });
    await assert.rejects(read("RandomInteger", "3"), {
      message: 'Import a RandomInteger as "result,min,max", not "3".',
    });
    assert.equal((await read("RandomId", "p-,AAE"))?.outputs["hex"], "p-0001");
    await assert.rejects(read("RandomPet", "x"), { message: /cannot be imported/ });
  });
});

describe("drawing", () => {
  it("is even, from a seed too", () => {
    for (const draw of [drawSecurely, drawFromSeed("even")]) {
      const counts = [0, 0, 0];
      for (let round = 0; round < 3000; round++) {
        const drawn = draw(3);
        counts[drawn] = (counts[drawn] ?? 0) + 1;
      }
      for (const count of counts) assert.ok(count > 700 && count < 1300, `${counts.join()} is not even`);
    }
  });

  it("keeps what it shuffles, and picks only from what is there", () => {
    const items = [1, 2, 3, 4];
    assert.deepEqual(shuffled(items, drawSecurely).sort(), items);
    assert.deepEqual(items, [1, 2, 3, 4]);
    assert.equal(pick([7], drawSecurely), 7);
    assert.throws(() => pick([], drawSecurely), RangeError);
  });
});
