import assert from "node:assert/strict";
import { awsPackage } from "../../sandbox/aws/index.ts";
import type { CheckFailure, DiffResult, PropertyMap, ReadResult } from "../../sandbox/provider/provider.ts";
import type { World } from "../../sandbox/world/world.ts";

interface Created {
  readonly type: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

/** One provider configuration of the embedded account, called without an engine. */
export interface AwsClient {
  check(type: string, inputs: PropertyMap): Promise<readonly CheckFailure[]>;
  /** Checks and creates; a failed check is a failed assertion. */
  create(type: string, inputs: PropertyMap): Promise<Created>;
  diff(type: string, olds: PropertyMap, news: PropertyMap): Promise<DiffResult>;
  read(created: Created): Promise<ReadResult | undefined>;
  update(created: Created, news: PropertyMap): Promise<Created>;
  delete(created: Created): Promise<void>;
  invoke(token: string, args: PropertyMap): Promise<PropertyMap>;
}

/** Configures the package as a provider of a program would be. */
export async function awsClient(
  world: World,
  config: PropertyMap = { region: "eu-central-1", allowedAccountIds: ["111122223333"] },
): Promise<AwsClient> {
  const provider = await awsPackage(world).configure(config);
  const find = (token: string) => {
    const found = provider.resourceType(token);
    assert.ok(found, `no type ${token}`);
    return found;
  };
  const context = (type: string) => ({ urn: `urn:pulumi:test::tenantry::${type}::thing`, type, name: "thing" });
  const checked = async (type: string, inputs: PropertyMap) => {
    const result = await find(type).check?.(inputs, undefined, context(type));
    assert.ok(result);
    return result;
  };
  return {
    check: async (type, inputs) => (await checked(type, inputs)).failures,
    create: async (type, given) => {
      const { inputs, failures } = await checked(type, given);
      assert.deepEqual(failures, []);
      return { type, inputs, ...(await find(type).create(inputs, context(type))) };
    },
    diff: async (type, olds, news) => {
      const result = await find(type).diff?.(olds, news, context(type));
      assert.ok(result);
      return result;
    },
    read: async ({ type, id, inputs, outputs }) => await find(type).read(id, inputs, outputs, context(type)),
    update: async (created, given) => {
      const { inputs, failures } = await checked(created.type, given);
      assert.deepEqual(failures, []);
      const outputs = await find(created.type).update?.(created.id, created.outputs, inputs, context(created.type));
      assert.ok(outputs);
      return { ...created, inputs, outputs };
    },
    delete: async ({ type, id, outputs }) => await find(type).delete(id, outputs, context(type)),
    invoke: async (token, args) => {
      const invoke = provider.invoke(token);
      assert.ok(invoke, `no invoke ${token}`);
      return await invoke(args);
    },
  };
}
