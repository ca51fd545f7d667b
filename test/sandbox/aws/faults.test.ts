import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { awsCalls, listAwsResources } from "../../../sandbox/aws/index.ts";
import { awsClient } from "../../support/aws-client.ts";
import { type AwsWorld, awsWorld } from "../../support/aws-world.ts";

const key = "aws:kms/key:Key";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

const set = (world: AwsWorld, rules: readonly object[], seed?: number) =>
  awsCalls(world)["faults.set"]?.({ rules, ...(seed === undefined ? {} : { seed }) });

describe("injected faults", () => {
  it("strike the type, operation and number of calls that a rule names, and no other", async () => {
    const world = awsWorld();
    const client = await awsClient(world);
    set(world, [{ type: key, operation: "create", kind: "throttling", times: 2 }]);
    await client.create(logGroup, { name: "a" });
    await rejects(
      client.create(key, {}),
      /^Error: creating aws:kms\/key:Key \(thing\): api error ThrottlingException: Rate exceeded$/,
    );
    await rejects(client.create(key, {}), /ThrottlingException/);
    const made = await client.create(key, {});
    await client.delete(made);
    equal(listAwsResources(world).length, 2);
  });

  it("can lose an answer after the thing was made", async () => {
    const world = awsWorld();
    const client = await awsClient(world);
    set(world, [{ operation: "create", kind: "timeoutAfterSuccess", times: 1 }]);
    await rejects(client.create(logGroup, { name: "a" }), /RequestTimeout/);
    deepEqual(
      listAwsResources(world).map(({ id }) => id),
      ["a"],
    );
    await rejects(client.create(logGroup, { name: "a" }), /ResourceAlreadyExistsException/);
  });

  it("come the same from the same seed, survive in the store, and end when cleared", async () => {
    const outcomes = async (seed: number) => {
      const world = awsWorld();
      set(world, [{ kind: "internal", probability: 0.5 }], seed);
      const failed: boolean[] = [];
      for (let index = 0; index < 20; index += 1) {
        const client = await awsClient(world);
        failed.push(
          await client.create(logGroup, { name: `g${index}` }).then(
            () => false,
            () => true,
          ),
        );
      }
      awsCalls(world)["faults.clear"]?.({});
      await (await awsClient(world)).create(logGroup, { name: "after" });
      return failed;
    };
    const first = await outcomes(7);
    deepEqual(await outcomes(7), first);
    equal(first.includes(true) && first.includes(false), true);
    equal(JSON.stringify(await outcomes(8)) === JSON.stringify(first), false);
  });

  it("are refused where they mean nothing", () => {
    const world = awsWorld();
    throws(() => set(world, [{ kind: "gremlins" }]), /Fault kind gremlins: allowed are throttling/);
    throws(() => set(world, [{ operation: "drop", kind: "internal" }]), /Fault operation drop: allowed are create/);
    set(world, [{ type: key, latencyMs: 1 }]);
  });
});
