import { deepEqual, equal, rejects } from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../../../automation/configuration/apply-migrations.ts";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";
import { cellDatabaseNames as names, tenantDatabaseNames } from "../../../model/naming.ts";
import { freshTarget } from "../../support/isolation/fresh-target.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { sqlAs } from "../../support/isolation/sql-as.ts";

const committed = join(import.meta.dirname, "../../../application/migrations");
const sharedVariables = {
  schema: names.sharedSchema,
  owner: names.applicationOwner,
  group: names.sharedGroup,
  deleter: names.sharedDeleter,
};
const tenant = tenantDatabaseNames("a2b3c4d5");
const tenantVariables = { schema: tenant.schema, owner: tenant.owner, role: tenant.role };

describe("applyMigrations", function () {
  this.timeout(60_000);
  let server: PoolServer;
  let provisioner: DatabaseLogin;
  let tenantLogin: DatabaseLogin;

  before(async () => {
    server = await startPoolServer();
    tenantLogin = await server.addSchemaTenant("a2b3c4d5");
    provisioner = await server.login(names.provisioner, names.schemasDatabase);
  });
  after(() => server.close());

  it("R-ISO-1 applies the shared tables once, and the second run changes nothing", async () => {
    const target = {
      login: await server.login(names.provisioner, names.sharedDatabase),
      folder: join(committed, "shared"),
      variables: sharedVariables,
    };
    deepEqual(await applyMigrations(target), ["001-documents.sql", "002-delete-documents.sql", "003-usage-events.sql"]);
    deepEqual(await applyMigrations(target), []);
  });

  it("R-ISO-2 applies a tenant's own tables, owned by the platform and used by the tenant", async () => {
    const target = { login: provisioner, folder: join(committed, "tenant"), variables: tenantVariables };
    equal((await applyMigrations(target)).length, 3);
    deepEqual(await applyMigrations(target), []);
    deepEqual(
      await sqlAs(provisioner, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = $1", [tenant.schema]),
      [{ tableowner: tenant.owner }],
    );
    deepEqual(await sqlAs(tenantLogin, "INSERT INTO documents (title) VALUES ('first') RETURNING tenant_role"), [
      { tenant_role: tenant.role },
    ]);
  });

  it("R-APP-1 lets two runs at once apply each file once", async () => {
    const { target, remove } = await freshTarget(server, "b2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a (); SELECT pg_sleep(0.2)',
    });
    const applied = await Promise.all([applyMigrations(target), applyMigrations(target), applyMigrations(target)]);
    deepEqual(applied.flat(), ["001-a.sql"]);
    remove();
  });

  it("refuses an applied file that changed or went, and applies the next one where none did", async () => {
    const { target, write, remove } = await freshTarget(server, "c2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a ()',
    });
    await applyMigrations(target);
    write({ "001-a.sql": 'CREATE TABLE :"schema".a (b int)', "002-b.sql": 'CREATE TABLE :"schema".b ()' });
    await rejects(applyMigrations(target), {
      code: "MIGRATION_APPLIED_CHANGED",
      message: /001-a\.sql .*put it back.*003-/,
    });
    write({ "001-a.sql": 'CREATE TABLE :"schema".a ()' });
    deepEqual(await applyMigrations(target), ["002-b.sql"]);
    rmSync(join(target.folder, "002-b.sql"));
    await rejects(applyMigrations(target), { code: "MIGRATION_APPLIED_MISSING", message: /002-b\.sql was applied/ });
    remove();
  });

  it("rolls a failing file back as a whole, names its line, and goes on from there", async () => {
    const { target, write, schema, remove } = await freshTarget(server, "d2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a ()',
      "002-b.sql": 'CREATE TABLE :"schema".b ();\n\nSELECT broken;\n',
    });
    await rejects(applyMigrations(target), {
      code: "CONFIGURATION_SQL_FAILED",
      message: /002-b\.sql:3: column "broken" does not exist \(SQLSTATE 42703\)/,
    });
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = $1 AND tablename <> 'tenantry_migrations'";
    deepEqual(await sqlAs(provisioner, tables, [schema]), [{ tablename: "a" }]);
    write({ "002-b.sql": 'CREATE TABLE :"schema".b ();\n' });
    deepEqual(await applyMigrations(target), ["002-b.sql"]);
    remove();
  });

  it("takes a warning of the server for the failure that it is", async () => {
    const sql = "REVOKE EXECUTE ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC";
    const { target, write, remove } = await freshTarget(server, "e2b3c4d5", { "001-a.sql": sql });
    await rejects(applyMigrations(target), {
      code: "CONFIGURATION_SQL_WARNING",
      message: /001-a\.sql: .*no privileges could be revoked/,
    });
    write({
      "001-a.sql":
        'CREATE FUNCTION :"schema".f() RETURNS int LANGUAGE sql RETURN 1; REVOKE ALL ON FUNCTION :"schema".f() FROM PUBLIC',
    });
    deepEqual(await applyMigrations(target), ["001-a.sql"]);
    remove();
  });

  it("keeps `IF NOT EXISTS` and `OR REPLACE` out of the committed files, since both adopt what somebody else made", () => {
    for (const [folder, count] of [
      ["shared", 3],
      ["tenant", 3],
    ] as const) {
      const texts = ["001-documents.sql", "002-delete-documents.sql", "003-usage-events.sql"].map((name) =>
        readFileSync(join(committed, folder, name), "utf8"),
      );
      equal(texts.length, count);
      equal(
        texts.some((text) => /IF NOT EXISTS|OR REPLACE/i.test(text)),
        false,
      );
    }
  });
});
