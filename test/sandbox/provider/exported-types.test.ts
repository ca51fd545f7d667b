import assert from "node:assert/strict";
import { configurationSchema as kubernetesConfiguration } from "../../../sandbox/kubernetes/package.ts";
import { configurationSchema as postgresqlConfiguration } from "../../../sandbox/postgresql/connection/settings.ts";
import { postgresqlTypes } from "../../../sandbox/postgresql/package.ts";
import { randomTypes } from "../../../sandbox/random/package.ts";
import { exportedInputs } from "../../support/exported-inputs.ts";

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

describe("types and inputs that the providers offer", () => {
  const random = exportedInputs("@pulumi/random");
  const postgresql = exportedInputs("@pulumi/postgresql");

  it("are all those of the package random", () => {
    const exported = [...random.keys()].filter((token) => token.includes(":"));
    assert.deepEqual(sorted(randomTypes.map((type) => type.token)), sorted(exported));
  });

  for (const { token, schema } of randomTypes) {
    it(`have the inputs of ${token}`, () => {
      assert.deepEqual(sorted(Object.keys(schema)), sorted(random.get(token) ?? []));
    });
  }

  it("are those of the package postgresql but for replication, labels and foreign servers", () => {
    const exported = [...postgresql.keys()].filter((token) => token.includes(":"));
    const offered = postgresqlTypes.map((type) => type.token);
    assert.deepEqual(
      offered.filter((token) => !exported.includes(token)),
      [],
    );
    assert.deepEqual(sorted(exported.filter((token) => !offered.includes(token))), [
      "postgresql:index/physicalReplicationSlot:PhysicalReplicationSlot",
      "postgresql:index/publication:Publication",
      "postgresql:index/replicationSlot:ReplicationSlot",
      "postgresql:index/securityLabel:SecurityLabel",
      "postgresql:index/server:Server",
      "postgresql:index/subscription:Subscription",
      "postgresql:index/userMapping:UserMapping",
    ]);
  });

  for (const { token, schema } of postgresqlTypes) {
    it(`have the inputs of ${token}`, () => {
      assert.deepEqual(sorted(Object.keys(schema)), sorted(postgresql.get(token) ?? []));
    });
  }

  it("have the configuration of the packages postgresql and kubernetes", () => {
    assert.deepEqual(sorted(Object.keys(postgresqlConfiguration)), sorted(postgresql.get("postgresql") ?? []));
    const kubernetes = exportedInputs("@pulumi/kubernetes").get("kubernetes") ?? [];
    assert.deepEqual(sorted(Object.keys(kubernetesConfiguration)), sorted(kubernetes));
  });
});
