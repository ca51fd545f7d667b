import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { ownAccess, sharedAccess } from "../../../components/cache/cache-access.ts";
import { pooledCacheStatement } from "../../../components/cache/cache-statements.ts";
import { accessStringProblem } from "../../../sandbox/aws/types/elasticache/access-string.ts";
import { cellPlan } from "../../support/plans.ts";

const words = (access: string) => access.split(" ");

describe("what a tenant's user may do in a cache", () => {
  it("R-INF-7 R-ISO-6 reaches its own keys and channels of a shared cache, and nothing that answers for all", () => {
    const access = words(sharedAccess("tenant-a:", true));
    deepEqual(
      access.filter((word) => /^[~&%]/.test(word)),
      ["~tenant-a:*", "&tenant-a:*"],
    );
    const removed = ["-@admin", "-@dangerous", "-@scripting", "-scan", "-randomkey", "-dbsize", "-pubsub"];
    for (const word of removed)
      equal(access.lastIndexOf(word) > access.lastIndexOf("+@read"), true, `${word} comes after what is given`);
    equal(access[0], "on");
    doesNotMatch(access.join(" "), /\+@all|allkeys|~\*/);
  });

  it("R-INF-7 switches a suspended tenant's user off, and takes no administration even in a cache of its own", () => {
    deepEqual([words(sharedAccess("a:", false))[0], words(ownAccess(false))[0]], ["off", "off"]);
    match(ownAccess(true), /^on ~\* .*-@admin -@dangerous/);
  });

  it("is what ElastiCache takes as an access string", () => {
    deepEqual(
      [accessStringProblem(sharedAccess("a:", true)), accessStringProblem(ownAccess(true))],
      [undefined, undefined],
    );
  });

  it("R-ISO-6 lets a session of the pool log in as the user of its own namespace alone", () => {
    const { Action, Resource } = pooledCacheStatement(cellPlan("us-1").cell, ["one"]);
    equal(Action, "elasticache:Connect");
    deepEqual(Resource, [
      "arn:aws:elasticache:us-east-1:111122223333:serverlesscache:one",
      `arn:aws:elasticache:us-east-1:111122223333:user:\${aws:PrincipalTag/kubernetes-namespace}`,
    ]);
  });
});
