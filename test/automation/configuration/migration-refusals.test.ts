import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../../../automation/configuration/apply-migrations.ts";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";
import { cellDatabaseNames as names, tenantDatabaseNames } from "../../../model/naming.ts";
import { freshTarget } from "../../support/isolation/fresh-target.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { sqlAs } from "../../support/isolation/sql-as.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const committed = join(import.meta.dirname, "../../../application/migrations");
const tenant = tenantDatabaseNames("a2b3c4d5");
const tenantVariables = { schema: tenant.schema, owner: tenant.owner, role: tenant.role };

describe("applyMigrations refuses", function () {
  this.timeout(60_000);
  let server: PoolServer;
  let provisioner: DatabaseLogin;

  before(async () => {
    server = await startPoolServer();
    await server.addSchemaTenant("a2b3c4d5");
    provisioner = await server.login(names.provisioner, names.schemasDatabase);
  });
  after(() => server.close());

  it("refuses a file that ends its own transaction, and one that names a variable nobody gave", async () => {
    const { target, write, schema, remove } = await freshTarget(server, "f2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a ();\ncommit;',
    });
    await rejects(applyMigrations(target), {
      code: "MIGRATION_TRANSACTION_CONTROL",
      message: /001-a\.sql:2: "commit"/,
    });
    write({ "001-a.sql": '\nGRANT USAGE ON SCHEMA :"schema" TO :"group"' });
    await rejects(applyMigrations(target), {
      code: "MIGRATION_VARIABLE_UNKNOWN",
      message: /001-a\.sql:2: .*"group".*owner, role, schema/,
    });
    deepEqual(await sqlAs(provisioner, "SELECT FROM pg_tables WHERE schemaname = $1", [schema]), []);
    remove();
  });

  it("R-ISO-6 runs no code of the tenant's that stands in the tenant's schema", async () => {
    const { target, write, login, schema, owner, remove } = await freshTarget(server, "g2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a (word text)',
    });
    await applyMigrations(target);
    // Better matches for the arguments than the system's own, if only the schema were on the search path.
    const trap = (name: string) =>
      `CREATE FUNCTION ${schema}.${name}(varchar) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'ran as %', current_user; END $$; GRANT EXECUTE ON FUNCTION ${schema}.${name}(varchar) TO ${owner}`;
    await sqlAs(login, `${trap("lower")}; GRANT USAGE ON SCHEMA ${schema} TO CURRENT_USER`);
    await rejects(sqlAs(login, "SELECT lower('A'::varchar)"), /ran as/);
    write({ "002-b.sql": `INSERT INTO :"schema".a VALUES (lower('A'::varchar))` });
    deepEqual(await applyMigrations(target), ["002-b.sql"]);
    remove();
  });

  it("R-ISO-6 does not trust a record that the tenant made before the platform did", async () => {
    const { target, login, schema, remove } = await freshTarget(server, "h2b3c4d5", {
      "001-a.sql": 'CREATE TABLE :"schema".a ()',
    });
    await sqlAs(login, `CREATE TABLE ${schema}.tenantry_migrations (number int, name text, checksum text)`);
    await rejects(applyMigrations(target), { code: "CONFIGURATION_RECORD_FOREIGN", message: /it belongs to "/ });
    await sqlAs(login, `DROP TABLE ${schema}.tenantry_migrations`);
    deepEqual(await applyMigrations(target), ["001-a.sql"]);
    await rejects(sqlAs(login, `DELETE FROM ${schema}.tenantry_migrations`), { code: "42501" });
    await rejects(sqlAs(login, `SELECT FROM ${schema}.tenantry_migrations`), { code: "42501" });
    remove();
  });

  it("says which role may not act as which, and what to run", async () => {
    const target = {
      login: provisioner,
      folder: join(committed, "tenant"),
      variables: { ...tenantVariables, owner: names.master },
    };
    await rejects(applyMigrations(target), {
      code: "CONFIGURATION_ROLE_DENIED",
      message: /"platform_provisioner" may not act as "platform_master".*pulumi up/,
    });
  });

  it("says who was refused where the token is not good, and where nothing listens, without showing the token", async () => {
    const folder = join(committed, "tenant");
    const wrong = { ...provisioner, password: "not-the-token" };
    const error = await applyMigrations({ login: wrong, folder, variables: tenantVariables }).catch(
      (thrown: unknown) => thrown,
    );
    match(String(error), /CONFIGURATION_LOGIN_REFUSED .*platform_provisioner/);
    equal(String(error).includes("not-the-token"), false);
    const silent = { ...provisioner, port: 1 };
    await rejects(applyMigrations({ login: silent, folder, variables: tenantVariables }), {
      code: "CONFIGURATION_DATABASE_UNREACHABLE",
      message: /127\.0\.0\.1:1\/schemas.*sandbox start/,
    });
  });

  it("refuses folders and names that are not versioned SQL, with what to write instead", async () => {
    const folder = temporaryFolder();
    const refused = (target: string) =>
      applyMigrations({ login: provisioner, folder: target, variables: tenantVariables });
    await rejects(refused(folder.path), { code: "MIGRATION_FOLDER_EMPTY", message: /001-/ });
    await rejects(refused(join(folder.path, "absent")), {
      code: "MIGRATION_FOLDER_EMPTY",
      message: /application\.yaml/,
    });
    writeFileSync(join(folder.path, "1-a.sql"), "SELECT 1");
    await rejects(refused(folder.path), { code: "MIGRATION_FILE_NAME", message: /NNN-what-it-does/ });
    rmSync(join(folder.path, "1-a.sql"));
    cpSync(join(committed, "tenant/001-documents.sql"), join(folder.path, "002-a.sql"));
    await rejects(refused(folder.path), {
      code: "MIGRATION_NUMBER_GAP",
      message: /number 001 comes next here, found 002/,
    });
    folder.remove();
  });
});
