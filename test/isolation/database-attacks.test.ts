import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { applyMigrations } from "../../automation/configuration/apply-migrations.ts";
import { cellDatabaseNames as names, tenantDatabaseNames } from "../../model/naming.ts";
import { attacksOnKeys } from "../support/isolation/attacks-on-keys.ts";
import { attacksOnObjects } from "../support/isolation/attacks-on-objects.ts";
import { attacksOnRoles } from "../support/isolation/attacks-on-roles.ts";
import { attacksOnRows } from "../support/isolation/attacks-on-rows.ts";
import { attacksOnServer } from "../support/isolation/attacks-on-server.ts";
import { type Fighter, fight, prepare } from "../support/isolation/duel.ts";
import { leaks } from "../support/isolation/leaks.ts";
import { type PoolServer, startPoolServer } from "../support/isolation/pool-server.ts";
import { specialAttacks } from "../support/isolation/special-attacks.ts";

const migrations = join(import.meta.dirname, "../../application/migrations");
const attacks = [...attacksOnRows, ...attacksOnKeys, ...attacksOnObjects, ...attacksOnRoles, ...attacksOnServer];

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
    for (const attack of attacks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: a tenant ${attack.title}, and is refused; on its own it is not`, async () => {
        const [attacker, victim] = pairOf(level);
        const before = await victim.belongings();
        deepEqual(
          [await fight(attack, attacker, victim), await fight(attack, victim, attacker)],
          [undefined, undefined],
        );
        deepEqual(await victim.belongings(), before);
      });
    }
    for (const attack of specialAttacks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: a tenant ${attack.title}`, async () => {
        await attack.run(...pairOf(level));
      });
    }
    for (const leak of leaks.filter(({ levels }) => levels.includes(level))) {
      it(`R-ISO-6 ${level}: the documented leak is there: ${leak.title}`, async () => {
        await leak.show(...pairOf(level));
      });
    }
  }
});
