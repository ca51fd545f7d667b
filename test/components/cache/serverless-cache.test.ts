import { deepEqual, equal } from "node:assert/strict";
import { ServerlessCache, type ServerlessCacheArgs } from "../../../components/cache/serverless-cache.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const cache = (more: Partial<ServerlessCacheArgs> = {}) =>
  declared(
    () =>
      new ServerlessCache("cache", {
        plan: { cacheName: "one", userGroupId: "one", maximumGb: 8 },
        description: "One",
        kmsKeyArn: arnOf("kms"),
        subnetIds: ["a", "b", "c", "d"],
        securityGroupId: "sg-1",
        ...more,
      }),
  );
const limitOf = async (maximumGb: number) =>
  named(await cache({ plan: { cacheName: "one", userGroupId: "one", maximumGb } }), "cache").inputs["cacheUsageLimits"];

describe("ServerlessCache", () => {
  it("R-INF-7 declares a Valkey cache under the given key, behind the given group, with its user group", async () => {
    const all = await cache();
    deepEqual(shortNames(all), ["ServerlessCache cache", "UserGroup cache-users"]);
    const { engine, kmsKeyId, subnetIds, securityGroupIds, userGroupId } = named(all, "cache").inputs;
    deepEqual([engine, kmsKeyId, userGroupId], ["valkey", await arnOf("kms"), "one"]);
    deepEqual([subnetIds, securityGroupIds], [["a", "b", "c"], ["sg-1"]]);
    equal(named(all, "cache-users").inputs["engine"], "valkey");
  });

  it("R-INF-7 keeps at most what the plan says, which is never more than is sold", async () => {
    deepEqual(await limitOf(8), { dataStorage: { maximum: 8, unit: "GB" } });
    const { cache: own } = tenantPlan("northwind-freight");
    if (own.kind !== "own") throw new Error(`the tenant's cache is ${own.kind}`);
    deepEqual(await limitOf(own.maximumGb), { dataStorage: { maximum: Math.floor(own.sizeMb / 1024), unit: "GB" } });
  });

  it("R-ISO-6 lets the given users in alone, and leaves a pool's users to the tenants that add them", async () => {
    const own = named(await cache({ userIds: ["tenant-a"] }), "cache-users");
    deepEqual([own.inputs["userIds"], own.options.ignoreChanges], [["tenant-a"], undefined]);
    const pool = named(await cache(), "cache-users");
    deepEqual(["userIds" in pool.inputs, pool.options.ignoreChanges], [false, ["userIds"]]);
  });
});
