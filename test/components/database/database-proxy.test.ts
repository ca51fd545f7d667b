import { deepEqual, equal } from "node:assert/strict";
import { DatabaseProxy } from "../../../components/database/database-proxy.ts";
import type { DatabaseDataPlan } from "../../../model/plan/data-plan.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { cell, data } = tenantPlan("northwind-freight");
const { proxy: plan } = data.active as DatabaseDataPlan;
const proxy = () =>
  declared(() => {
    if (plan === undefined) throw new Error("no proxy is planned");
    new DatabaseProxy("proxy", {
      plan,
      cell,
      instance: { identifier: "server", resourceId: "db-ONE" },
      subnetIds: ["a", "b"],
      securityGroupId: "sg-1",
    });
  });

describe("DatabaseProxy", () => {
  it("R-INF-8 pools the connections to the instance", async () => {
    const all = await proxy();
    deepEqual(shortNames(all), [
      "Proxy proxy",
      "ProxyDefaultTargetGroup proxy-pool",
      "Role proxy-role",
      "RolePolicy proxy-role-policy",
      "ProxyTarget proxy-target",
    ]);
    deepEqual(named(all, "proxy-pool").inputs["connectionPoolConfig"], { maxConnectionsPercent: 90 });
    equal(named(all, "proxy-target").inputs["dbInstanceIdentifier"], "server");
  });

  it("R-SEC-9 takes IAM over TLS alone, and logs in by IAM as tenants' users and as nobody else", async () => {
    const all = await proxy();
    const { defaultAuthScheme, requireTls, auths } = named(all, "proxy").inputs;
    deepEqual([defaultAuthScheme, requireTls, auths], ["IAM_AUTH", true, undefined]);
    const { Statement } = JSON.parse(String(named(all, "proxy-role-policy").inputs["policy"])) as {
      Statement: { Action: string; Resource: string }[];
    };
    deepEqual(
      Statement.map(({ Action, Resource }) => [Action, Resource]),
      [["rds-db:connect", "arn:aws:rds-db:us-east-1:111122223333:dbuser:db-ONE/tenant-*"]],
    );
  });

  it("R-INF-8 is planned where the tier pools connections", () => {
    equal(plan?.proxyName.endsWith("-proxy"), true);
    equal("proxy" in tenantPlan("acme-corp").data.active, false);
  });
});
