import { join } from "node:path";
import { applyMigrations } from "../../automation/configuration/apply-migrations.ts";
import { cellDatabaseNames as names, tenantDatabaseNames } from "../../model/naming.ts";
import { type Fighter, prepare } from "../support/isolation/duel.ts";
import { type PoolServer, startPoolServer } from "../support/isolation/pool-server.ts";
import { proveDatabase } from "../support/isolation/proof.ts";

const migrations = join(import.meta.dirname, "../../application/migrations");

describe("database isolation on one server", function () {
  this.timeout(60_000);
  let server: PoolServer;
  const fighters: Record<"shared" | "schema", Fighter[]> = { shared: [], schema: [] };

  before(async () => {
    server = await startPoolServer();
    await applyMigrations({
      login: await server.login(names.provisioner, names.sharedDatabase),
      folder: join(migrations, "shared"),
      variables: {
        schema: names.sharedSchema,
        owner: names.applicationOwner,
        group: names.sharedGroup,
        deleter: names.sharedDeleter,
      },
    });
    for (const uid of ["s2a2a2a2", "s3b3b3b3"]) {
      const login = await server.addSharedTenant(uid);
      fighters.shared.push(await prepare({ isolation: "shared", postgres: { ...login, schema: names.sharedSchema } }));
    }
    for (const uid of ["c2a2a2a2", "c3b3b3b3"]) {
      const login = await server.addSchemaTenant(uid);
      const { schema, owner, role } = tenantDatabaseNames(uid);
      await applyMigrations({
        login: await server.login(names.provisioner, names.schemasDatabase),
        folder: join(migrations, "tenant"),
        variables: { schema, owner, role },
      });
      fighters.schema.push(await prepare({ isolation: "schema", postgres: { ...login, schema } }));
    }
  });
  after(async () => {
    await Promise.all([...fighters.shared, ...fighters.schema].map((fighter) => fighter.close()));
    await server.close();
  });

  const pairOf = (level: "shared" | "schema"): readonly [Fighter, Fighter] => {
    const [attacker, victim] = fighters[level];
    if (attacker === undefined || victim === undefined) throw new Error("the tenants are missing");
    return [attacker, victim];
  };

  for (const level of ["shared", "schema"] as const) {
    proveDatabase(level, () => pairOf(level));
  }
});
