import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { projectFolder } from "../../../cli/commands/sandbox-places.ts";
import { isolations } from "../../../model/isolation.ts";
import { type ClusterFighter, enterCluster } from "./cluster-duel.ts";
import { type Fighter, prepare } from "./duel.ts";
import { proveCluster, proveDatabase } from "./proof.ts";
import type { ProvisionedFleet } from "./provisioned-fleet.ts";
import { runApplication } from "./published-configuration.ts";

const levelNames = { shared: "rows", schema: "schema", database: "database", cluster: "cluster" } as const;

function pairOf<T>(from: ReadonlyMap<string, T>, level: keyof typeof levelNames): readonly [T, T] {
  const [one, two] = ["one", "two"].map((which) => from.get(`duel-${levelNames[level]}-${which}`));
  if (one === undefined || two === undefined) throw new Error(`the two tenants of level ${level} are missing`);
  return [one, two];
}

/** Declares the whole proof over two tenants of each level, with the credentials that they were given. */
export function proveFleet(provision: () => Promise<ProvisionedFleet>): void {
  let fleet: ProvisionedFleet | undefined;
  const inDatabase = new Map<string, Fighter>();
  const inCluster = new Map<string, ClusterFighter>();

  before(async () => {
    fleet = await provision();
    for (const [id, document] of fleet.documents) {
      inDatabase.set(id, await prepare(document));
      inCluster.set(id, await enterCluster(document));
    }
  });
  after(async () => {
    await Promise.all([...inDatabase.values()].map((fighter) => fighter.close()));
    await fleet?.close();
  });
  const provisioned = (): ProvisionedFleet => {
    if (fleet === undefined) throw new Error("the fleet was not provisioned");
    return fleet;
  };

  it("R-ISO-1 R-ISO-2 R-ISO-3 R-ISO-4 connects each tenant to the place that its level says", () => {
    const places = (level: keyof typeof levelNames, key: "server" | "database" | "schema" | "cluster") => {
      const [one, two] = pairOf(provisioned().documents, level).map(({ postgres, kubernetes }) => ({
        server: `${postgres.host}:${postgres.port}`,
        database: postgres.database,
        schema: postgres.schema,
        cluster: kubernetes.server,
      }));
      return one?.[key] === two?.[key] ? "same" : "own";
    };
    const keys = ["server", "database", "schema", "cluster"] as const;
    deepEqual(Object.fromEntries(isolations.map((level) => [level, keys.map((key) => places(level, key))])), {
      shared: ["same", "same", "same", "same"],
      schema: ["same", "same", "own", "same"],
      database: ["own", "own", "own", "same"],
      cluster: ["own", "own", "own", "own"],
    });
  });

  it("R-APP-1 prints what SQL gives as the tenant, and finds every file applied on a second configuration", async () => {
    match(
      await provisioned().tenantry("connect", "duel-schema-one", "-c", "SELECT current_user, 1 + 1 AS two"),
      /tenant-s2m4k6p8 .* 2 /,
    );
    for (const name of ["duel-pool", "duel-schema-one"]) {
      equal(JSON.parse(await provisioned().tenantry("configure", name, "--json")).kind, "unchanged");
    }
    equal(JSON.parse(await provisioned().tenantry("configure", "duel-rows-one", "--json")).kind, "not-needed");
  });

  it("says of a tenant without a stack what to type, and of a name that is nobody's which was meant", async () => {
    const projectFleet = { TENANTRY_FLEET_DIR: projectFolder };
    await rejects(provisioned().tenantryWith(projectFleet, "connect", "acme-corp"), {
      code: 1,
      stderr: /acme-corp is not provisioned yet.* pulumi up --stack acme-corp\n$/,
    });
    await rejects(provisioned().tenantry("connect", "duel-row-one"), {
      code: 1,
      stderr: /Did you mean duel-rows-one\?\n$/,
    });
    await rejects(provisioned().tenantry("connect", "duel-rows-one", "-c", "SELECT * FROM pg_authid"), {
      code: 1,
      stderr: "PostgreSQL refuses: permission denied for table pg_authid (SQLSTATE 42501)\n",
    });
  });

  for (const level of isolations) {
    it(`R-APP-1 R-APP-2 ${level}: the application runs on what its tenant publishes, with the credentials it was given`, async () => {
      const document = provisioned().documents.get(`duel-${levelNames[level]}-one`);
      if (document === undefined) throw new Error("the tenant is missing");
      await runApplication(document, provisioned().sandbox);
    });
    proveDatabase(level, () => pairOf(inDatabase, level));
    proveCluster(level, () => pairOf(inCluster, level));
  }
}
