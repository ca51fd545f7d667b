import { deepEqual, equal } from "node:assert/strict";
import { PoolRole } from "../../../components/identity/pool-role.ts";
import { tenantNames } from "../../../model/naming.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const { cell, namePrefix } = cellPlan("us-1");
const clusterArn = "arn:aws:eks:us-east-1:111122223333:cluster/cell";
const resources = () =>
  declared(
    () =>
      new PoolRole("pool", {
        cell,
        roleName: "pool-free",
        namePrefix,
        clusterArn,
        cellKeyArn: "arn:aws:kms:us-east-1:111122223333:key/cell",
        databaseResourceId: "db-CELL",
        permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
        statements: [],
      }),
  );
/** What the policy says to the session of one namespace. */
const inSessionOf = (namespace: string, text: unknown) =>
  String(text).replaceAll("$" + "{aws:PrincipalTag/kubernetes-namespace}", namespace);

describe("PoolRole", () => {
  it("R-ISO-5 declares one role with its policy, bounded", async () => {
    const all = await resources();
    deepEqual(shortNames(all), ["Role pool", "RolePolicy pool-policy"]);
    equal(named(all, "pool").inputs["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
  });

  it("R-SEC-4 trusts pods of the cell's cluster through EKS Pod Identity, whose tags cannot be chosen", async () => {
    const trust = statement(named(await resources(), "pool"), "PodsOfTheCluster", "assumeRolePolicy");
    deepEqual(trust.Principal, { Service: "pods.eks.amazonaws.com" });
    deepEqual(trust.Action, ["sts:AssumeRole", "sts:TagSession"]);
    deepEqual(trust.Condition, {
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnEquals: { "aws:SourceArn": clusterArn },
    });
  });

  it("R-ISO-6 resolves to a tenant's own bucket, log groups and database user by the session's tag", async () => {
    const policy = named(await resources(), "pool-policy");
    const { bucket, compute, data, logGroups } = tenantPlan("blue-kite");
    const own = (sid: string) => inSessionOf(compute.namespace, statement(policy, sid).Resource);
    equal(own("OwnBucket"), `arn:aws:s3:::${bucket.bucketName}`);
    equal(own("OwnObjects"), `arn:aws:s3:::${bucket.bucketName}/*`);
    equal(own("OwnDatabaseUser"), `arn:aws:rds-db:us-east-1:111122223333:dbuser:db-CELL/${data.active.roleName}`);
    equal(
      own("OwnLogs").split(",")[0],
      `arn:aws:logs:us-east-1:111122223333:log-group:${logGroups[0]?.logGroupName.replace(/[a-z]+$/, "*")}`,
    );
  });

  it("R-ISO-6 names nothing of another tenant, whatever its own name begins with", async () => {
    const policy = named(await resources(), "pool-policy");
    const other = tenantNames(namePrefix, "zzzzzzzz");
    const own = inSessionOf("tenant-zzzzzzz", statement(policy, "OwnLogs").Resource);
    equal(own.includes(`${other.namespace}/`), false);
    for (const sid of ["OwnBucket", "OwnObjects", "OwnLogs", "OwnDatabaseUser"]) {
      equal(String(statement(policy, sid).Resource).includes("kubernetes-namespace"), true, sid);
    }
  });

  it("R-SEC-3 uses the cell's key through S3 for the session's own bucket", async () => {
    const { Condition } = statement(named(await resources(), "pool-policy"), "OwnObjectsKey");
    deepEqual(Condition, {
      StringEquals: {
        "kms:ViaService": "s3.us-east-1.amazonaws.com",
        "kms:EncryptionContext:aws:s3:arn": `arn:aws:s3:::${namePrefix}-${"$"}{aws:PrincipalTag/kubernetes-namespace}-data`,
      },
    });
  });
});
