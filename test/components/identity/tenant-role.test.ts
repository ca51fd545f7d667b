import { deepEqual, equal } from "node:assert/strict";
import { TenantRole } from "../../../components/identity/tenant-role.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { cell } = tenantPlan("northwind-freight");
const resources = () =>
  declared(
    () =>
      new TenantRole("role", {
        cell,
        roleName: "northwind-workload",
        namespace: "tenant-n5r8c3vz",
        clusterArn: "arn:aws:eks:us-east-1:111122223333:cluster/cell",
        bucketName: "objects",
        logGroupPrefix: "/fleet/tenant-n5r8c3vz/",
        secretPrefix: "fleet/tenant-n5r8c3vz/",
        permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      }),
  );

describe("TenantRole", () => {
  it("R-ISO-5 R-SEC-4 trusts pods of the tenant's namespace in the cell's cluster, and no others", async () => {
    const all = await resources();
    deepEqual(shortNames(all), ["Role role", "RolePolicy role-policy"]);
    deepEqual(statement(named(all, "role"), "PodsOfTheCluster", "assumeRolePolicy").Condition, {
      StringEquals: {
        "aws:SourceAccount": "111122223333",
        "aws:RequestTag/kubernetes-namespace": "tenant-n5r8c3vz",
      },
      ArnEquals: { "aws:SourceArn": "arn:aws:eks:us-east-1:111122223333:cluster/cell" },
    });
    equal(named(all, "role").inputs["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
  });

  it("R-SEC-4 reaches its own bucket and log groups, written out", async () => {
    const policy = named(await resources(), "role-policy");
    equal(statement(policy, "OwnBucket").Resource, "arn:aws:s3:::objects");
    equal(statement(policy, "OwnObjects").Resource, "arn:aws:s3:::objects/*");
    const logs = "arn:aws:logs:us-east-1:111122223333:log-group:/fleet/tenant-n5r8c3vz/*";
    deepEqual(statement(policy, "OwnLogs").Resource, [logs, `${logs}:log-stream:*`]);
    const actions = ["OwnBucket", "OwnObjects", "OwnLogs"].flatMap((sid) => [statement(policy, sid).Action].flat());
    deepEqual(
      actions.filter((action) => action.includes("*")),
      [],
    );
  });
});
