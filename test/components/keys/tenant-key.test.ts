import { deepEqual, equal, throws } from "node:assert/strict";
import { TenantKey, type TenantKeyArgs } from "../../../components/keys/tenant-key.ts";
import type { Retention } from "../../../components/retention.ts";
import { declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { cell } = tenantPlan("acme-corp");
const roleArn = "arn:aws:iam::111122223333:role/pool-professional";
const plan = {
  kind: "own",
  aliasName: "fleet-tenant-t7k3m9qd",
  description: "Encrypts",
  rotationPeriodDays: 90,
  deletionWindowDays: 30,
  multiRegion: false,
} as const;
const args = (more: Partial<TenantKeyArgs> = {}): TenantKeyArgs => ({
  plan,
  cell,
  retention: "kept",
  workload: { roleArn, namespace: "tenant-t7k3m9qd", bucketName: "objects" },
  logGroupPrefix: "/fleet/tenant-t7k3m9qd/",
  ...more,
});
const key = (more?: Partial<TenantKeyArgs>) => declared(() => new TenantKey("acme-key", args(more)));

describe("TenantKey", () => {
  it("R-INF-1 declares a key that rotates as planned, and its alias", async () => {
    const resources = await key();
    deepEqual(shortNames(resources), ["Key acme-key", "Alias acme-key-alias"]);
    const { policy: _policy, ...inputs } = named(resources, "acme-key").inputs;
    deepEqual(inputs, {
      description: "Encrypts",
      enableKeyRotation: true,
      rotationPeriodInDays: 90,
      deletionWindowInDays: 30,
      multiRegion: false,
    });
    equal(named(resources, "acme-key-alias").inputs["name"], "alias/fleet-tenant-t7k3m9qd");
  });

  it("R-INF-1 declares automatic rotation off where the plan has no period, and a multi-Region key where it asks", async () => {
    const { rotationPeriodDays: _none, ...without } = plan;
    const { inputs } = named(await key({ plan: { ...without, multiRegion: true } }), "acme-key");
    deepEqual(
      [inputs["enableKeyRotation"], inputs["rotationPeriodInDays"], inputs["multiRegion"]],
      [false, undefined, true],
    );
  });

  it("R-SEC-4 lets the account administer the key and use it through services alone", async () => {
    const resource = named(await key(), "acme-key");
    const administration = statement(resource, "Administration");
    deepEqual(administration.Principal, { AWS: "arn:aws:iam::111122223333:root" });
    deepEqual(
      [administration.Action].flat().filter((action) => /Decrypt|Encrypt|DataKey|CreateGrant|\*/.test(action)),
      [],
    );
    deepEqual(statement(resource, "UseThroughServices").Condition, {
      StringEquals: {
        "kms:CallerAccount": "111122223333",
        "kms:ViaService": ["rds", "secretsmanager", "bedrock", "appconfig", "elasticache"].map(
          (service) => `${service}.us-east-1.amazonaws.com`,
        ),
      },
    });
  });

  it("R-SEC-4 lets the workload's role in only in sessions of its namespace, for its bucket or its own context", async () => {
    const resource = named(await key(), "acme-key");
    const objects = statement(resource, "WorkloadObjects");
    deepEqual([objects.Principal, objects.Action], [{ AWS: roleArn }, ["kms:Decrypt", "kms:GenerateDataKey"]]);
    deepEqual(objects.Condition, {
      StringEquals: {
        "aws:PrincipalTag/kubernetes-namespace": "tenant-t7k3m9qd",
        "kms:ViaService": "s3.us-east-1.amazonaws.com",
        "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::objects",
      },
    });
    deepEqual(statement(resource, "WorkloadDataKeys").Condition, {
      StringEquals: {
        "aws:PrincipalTag/kubernetes-namespace": "tenant-t7k3m9qd",
        "kms:EncryptionContext:tenant": "tenant-t7k3m9qd",
      },
    });
  });

  it("R-MON-3 lets CloudWatch use it for the tenant's log groups and no others", async () => {
    deepEqual(statement(named(await key(), "acme-key"), "LogGroups").Condition, {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/fleet/tenant-t7k3m9qd/*",
      },
    });
  });

  it("lets a replication role read only where there is a copy", async () => {
    const resource = named(await key({ replicationRoleName: "copier" }), "acme-key");
    deepEqual(statement(resource, "Replication").Action, ["kms:Decrypt"]);
    const without = named(await key(), "acme-key");
    throws(() => statement(without, "Replication"), /no statement Replication/);
  });

  it("is kept until it is released", async () => {
    const keepingOf = async (retention: Retention) => keeping(named(await key({ retention }), "acme-key"));
    deepEqual([await keepingOf("kept"), await keepingOf("released")], [kept, released]);
  });
});
