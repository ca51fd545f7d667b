import assert from "node:assert/strict";
import type { ProviderPackage } from "../../sandbox/provider/provider.ts";
import { type ServedPackage, servePackage } from "../../sandbox/provider/serve.ts";
import { isMap } from "../../sandbox/provider/structural-diff.ts";
import {
  isSecret,
  type ProviderClient,
  providerClient,
  revealed,
  secret,
  unknownText,
  type WireValues,
} from "./provider-client.ts";
import { quietly } from "./quietly.ts";

/** What the shared suite needs to know of one resource type. Functions are called after the suite's own `before`. */
export interface ProviderContract {
  readonly token: string;
  package(): Promise<ProviderPackage> | ProviderPackage;
  /** As the engine sends it: everything but text as JSON in a string. */
  configuration?(): WireValues;
  /** Good inputs, with every field that the suite shall try as unknown and as secret. */
  inputs(): WireValues;
  /** Inputs that change the resource in place; absent where the type has no such change. */
  changed?(): WireValues;
  /** Inputs that can only be had by a replacement; absent where everything changes in place. */
  replacing?(): WireValues;
  /** Names of inputs that the service never gives back, e.g. a password. */
  readonly writeOnly?: readonly string[];
  /** Changes the live resource behind the provider's back; gives the input that must then read otherwise. */
  changeByHand?(id: string): Promise<{ readonly property: string; readonly value: unknown }>;
  /** Deletes the live resource behind the provider's back; absent where it lives in the state alone. */
  removeByHand?(id: string): Promise<void>;
}

/** The suite that every resource type has to pass, over gRPC as the engine speaks it. */
export function describeProviderContract(contract: ProviderContract): void {
  describe(`contract of ${contract.token}`, () => {
    let served: ServedPackage;
    let client: ProviderClient;
    const made: { id: string; outputs: WireValues }[] = [];

    before(async () => {
      served = await servePackage(await contract.package());
      client = providerClient(served.port, contract.token);
      await client.configure(contract.configuration?.() ?? {});
    });
    after(async () => {
      client.close();
      await served.close();
    });
    afterEach(async () => {
      for (const { id, outputs } of made.splice(0)) await client.delete(id, outputs);
    });

    const checked = async (news: WireValues): Promise<WireValues> => {
      const { inputs, failures } = await client.check(news);
      assert.deepEqual(failures, []);
      return inputs;
    };
    const create = async (news: WireValues) => {
      const inputs = await checked(news);
      const { id, outputs } = await client.create(inputs);
      assert.notEqual(id, "");
      made.push({ id, outputs });
      return { id, inputs, outputs };
    };

    it("takes an unknown value in every field through check, diff and the preview of a create", async () => {
      await quietly(async () => {
        const known = await checked(contract.inputs());
        const names = Object.keys(contract.inputs());
        for (const name of names) {
          const inputs = await checked({ ...contract.inputs(), [name]: unknownText });
          assert.equal(revealed(inputs[name]), unknownText, `check lost the unknown ${name}`);
          const difference = await client.diff("id", known, known, inputs);
          assert.ok(difference.diffs.includes(name), `diff does not tell that ${name} is unknown`);
          const preview = await client.create(inputs, true);
          assert.equal(preview.id, "");
          assert.equal(revealed(preview.outputs[name]), unknownText, `the preview lost the unknown ${name}`);
        }
        await checked(Object.fromEntries(names.map((name) => [name, unknownText])));
      });
    });

    it("keeps every input secret that came as a secret, in what is checked, created and read", async () => {
      await quietly(async () => {
        const names = Object.keys(contract.inputs());
        const wrapped = Object.fromEntries(
          Object.entries(contract.inputs()).map(([name, value]) => [name, secret(value)]),
        );
        const { id, inputs, outputs } = await create(wrapped);
        const again = await client.read(id, inputs, outputs);
        for (const [where, values] of Object.entries({
          inputs,
          outputs,
          "read inputs": again.inputs,
          "read outputs": again.outputs,
        })) {
          for (const name of names.filter((each) => values[each] !== undefined)) {
            assert.ok(isSecret(values[name]), `${name} of the ${where} is no secret any more`);
          }
        }
      });
    });

    it("reads back exactly what was created, and sees no difference", async () => {
      await quietly(async () => {
        const { id, inputs, outputs } = await create(contract.inputs());
        const again = await client.read(id, inputs, outputs);
        assert.equal(again.id, id);
        assert.deepEqual(again.inputs, inputs);
        for (const name of contract.writeOnly ?? []) assert.deepEqual(again.inputs[name], inputs[name]);
        const difference = await client.diff(id, again.inputs, again.outputs, inputs);
        assert.deepEqual({ changes: difference.changes, diffs: difference.diffs }, { changes: false, diffs: [] });
      });
    });

    const { changed, changeByHand, removeByHand } = contract;
    if (changed) {
      it("changes in place what can be changed in place, and back", async () => {
        await quietly(async () => {
          const first = await create(contract.inputs());
          const news = await checked(changed());
          const difference = await client.diff(first.id, first.inputs, first.outputs, news);
          assert.equal(difference.changes, true);
          assert.deepEqual(difference.replaces, []);
          const preview = await client.update(first.id, first.inputs, first.outputs, news, true);
          for (const [name, value] of Object.entries(news))
            assert.deepEqual(given(revealed(preview[name]), value), value);
          const outputs = await client.update(first.id, first.inputs, first.outputs, news);
          assert.deepEqual((await client.read(first.id, news, outputs)).inputs, news);
          const back = await client.update(first.id, news, outputs, first.inputs);
          assert.deepEqual((await client.read(first.id, first.inputs, back)).inputs, first.inputs);
        });
      });
    }

    const replacing = contract.replacing;
    if (replacing) {
      it("replaces what cannot be changed in place, and back", async () => {
        await quietly(async () => {
          const first = await create(contract.inputs());
          const news = await checked(replacing());
          const there = await client.diff(first.id, first.inputs, first.outputs, news);
          assert.notDeepEqual(there.replaces, []);
          assert.ok(Object.values(there.kinds).some((kind) => kind.endsWith("_REPLACE")));
          if (there.deleteBeforeReplace) await client.delete(first.id, first.outputs);
          const second = await create(replacing());
          const back = await client.diff(second.id, second.inputs, second.outputs, first.inputs);
          assert.notDeepEqual(back.replaces, []);
          await client.delete(first.id, first.outputs);
          const again = await client.read(second.id, second.inputs, second.outputs);
          if (!there.deleteBeforeReplace)
            assert.equal(again.id, second.id, "deleting the old one took the new one along");
        });
      });
    }

    if (changeByHand) {
      it("reads a change made by hand", async () => {
        await quietly(async () => {
          const { id, inputs, outputs } = await create(contract.inputs());
          const { property, value } = await changeByHand(id);
          const again = await client.read(id, inputs, outputs);
          assert.deepEqual(again.inputs[property], value);
          assert.ok((await client.diff(id, again.inputs, again.outputs, inputs)).diffs.includes(property));
        });
      });
    }

    if (removeByHand) {
      it("finds nothing where it was removed by hand, and deletes it all the same", async () => {
        await quietly(async () => {
          const { id, inputs, outputs } = await create(contract.inputs());
          await removeByHand(id);
          assert.equal((await client.read(id, inputs, outputs)).id, "");
          await client.delete(id, outputs);
        });
      });
    }

    it("deletes twice without a complaint", async () => {
      await quietly(async () => {
        const { id, inputs, outputs } = await create(contract.inputs());
        await client.delete(id, outputs);
        if (removeByHand) assert.equal((await client.read(id, inputs, outputs)).id, "");
        await client.delete(id, outputs);
      });
    });
  });
}

/** Of a map, the fields that were given: a preview may show what the cloud added beside them. */
function given(shown: unknown, value: unknown): unknown {
  if (!isMap(shown) || !isMap(value)) return shown;
  return Object.fromEntries(Object.keys(value).map((name) => [name, shown[name]]));
}
