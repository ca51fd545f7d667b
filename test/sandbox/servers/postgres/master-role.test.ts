import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SupervisedPostgres } from "../../../support/supervised-postgres.ts";

describe("who gets into a PostgreSQL server", function () {
  this.timeout(60_000);
  const sandbox = new SupervisedPostgres();
  before(() => sandbox.start());
  after(() => sandbox.remove());

  it("gives a master that makes roles and databases, owns what it was given, and is no superuser", async () => {
    assert.deepEqual(
      await sandbox.asMaster(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user",
      ),
      [false, true, true, false, false],
    );
    assert.deepEqual(
      await sandbox.asMaster(
        "SELECT datname || ':' || pg_get_userbyid(datdba) FROM pg_database WHERE datname IN ('app', 'postgres', 'template1') ORDER BY 1",
      ),
      ["app:platform", "postgres:platform", "template1:platform"],
    );
    assert.deepEqual(
      await sandbox.asMaster(
        "SELECT pg_has_role('rds_superuser', 'MEMBER'), pg_has_role('pg_monitor', 'USAGE'), pg_has_role('pg_signal_backend', 'USAGE')",
      ),
      [true, true, true],
    );
    await sandbox.asMaster("CREATE ROLE made LOGIN");
    await sandbox.asMaster("CREATE DATABASE made OWNER platform");
    for (const refused of [
      "CREATE ROLE boss SUPERUSER",
      "ALTER SYSTEM SET fsync = on",
      "COPY (SELECT 1) TO PROGRAM 'true'",
      "SELECT pg_read_file('pg_hba.conf')",
      "SET ROLE rdsadmin",
    ]) {
      await assert.rejects(sandbox.asMaster(refused), /permission denied/, refused);
    }
  });

  it("leaves PUBLIC what PostgreSQL gives it, so that the product must take it away", async () => {
    await sandbox.asMaster("CREATE ROLE stranger LOGIN PASSWORD 'p'");
    assert.deepEqual(
      await sandbox.query(
        { user: "stranger", password: "p", database: "template1" },
        "SELECT has_database_privilege('app', 'TEMP')",
      ),
      [true],
    );
    await sandbox.asMaster("REVOKE ALL ON DATABASE app FROM PUBLIC");
    await assert.rejects(
      sandbox.query({ user: "stranger", password: "p" }, "SELECT 1"),
      /permission denied for database "app"/,
    );
    await sandbox.asMaster("GRANT CONNECT, TEMP ON DATABASE app TO PUBLIC");
  });

  it("lets no superuser in over TCP, not even with its password", async () => {
    const password = readFileSync(join(sandbox.folder, "postgres", "cell-us-1", "administrator.password"), "utf8");
    await assert.rejects(
      sandbox.query({ user: "rdsadmin", password, database: "postgres" }, "SELECT 1"),
      /pg_hba\.conf rejects connection/,
    );
    assert.deepEqual(
      (await sandbox.servers.contents("cell-us-1")).databases.map(({ name }) => name).includes("app"),
      true,
    );
  });

  it("refuses a wrong password, and takes a changed one", async () => {
    await assert.rejects(
      sandbox.query({ user: "platform", password: "guess" }, "SELECT 1"),
      /password authentication failed/,
    );
    await sandbox.servers.setMasterPassword("cell-us-1", "platform", "an'other");
    assert.deepEqual(await sandbox.query({ user: "platform", password: "an'other" }, "SELECT 1"), [1]);
    await assert.rejects(sandbox.asMaster("SELECT 1"), /password authentication failed/);
    await sandbox.servers.setMasterPassword("cell-us-1", "platform", sandbox.master.password);
    assert.deepEqual(await sandbox.asMaster("SELECT 1"), [1]);
  });

  it("lets members of rds_iam in by token alone, each token of its own role and sandbox.server, for 15 minutes", async () => {
    await sandbox.asMaster("CREATE ROLE by_token LOGIN PASSWORD 'known'");
    await sandbox.asMaster("CREATE ROLE by_group NOLOGIN IN ROLE rds_iam");
    assert.deepEqual(await sandbox.query({ user: "by_token", password: "known" }, "SELECT 1"), [1]);
    await assert.rejects(
      sandbox.servers.issueToken("cell-us-1", "by_token"),
      /by_token of cell-us-1 does not log in by token\. Grant it rds_iam/,
    );
    await sandbox.asMaster("GRANT by_group TO by_token");
    await sandbox.asMaster("CREATE ROLE other LOGIN IN ROLE rds_iam");

    const first = await sandbox.servers.issueToken("cell-us-1", "by_token");
    const second = await sandbox.servers.issueToken("cell-us-1", "by_token");
    for (const password of [first, second, first])
      assert.deepEqual(await sandbox.query({ user: "by_token", password }, "SELECT current_user"), ["by_token"]);
    for (const password of ["known", `${first}x`, await sandbox.servers.issueToken("cell-us-1", "other"), ""]) {
      await assert.rejects(
        sandbox.query({ user: "by_token", password }, "SELECT 1"),
        /RADIUS authentication failed|empty password/,
        password,
      );
    }
    sandbox.clock = new Date(sandbox.clock.getTime() + 14.9 * 60_000);
    assert.deepEqual(await sandbox.query({ user: "by_token", password: first }, "SELECT 1"), [1]);
    sandbox.clock = new Date(sandbox.clock.getTime() + 0.2 * 60_000);
    await assert.rejects(
      sandbox.query({ user: "by_token", password: first }, "SELECT 1"),
      /RADIUS authentication failed/,
    );
    assert.deepEqual(
      await sandbox.query(
        { user: "by_token", password: await sandbox.servers.issueToken("cell-us-1", "by_token") },
        "SELECT 1",
      ),
      [1],
    );
  });

  it("issues no token for the sandbox.master, a role that is not there, or the superuser", async () => {
    for (const role of ["platform", "nobody", "rdsadmin"])
      await assert.rejects(sandbox.servers.issueToken("cell-us-1", role), /does not log in by token/, role);
    await assert.rejects(
      sandbox.servers.issueToken("cell-eu-1", "platform"),
      /There is no PostgreSQL server cell-eu-1/,
    );
  });

  it("lets a role that was given rds_iam to hand on make others that log in by token", async () => {
    await sandbox.asMaster("CREATE ROLE provisioner LOGIN CREATEROLE");
    await sandbox.asMaster("GRANT rds_iam TO provisioner WITH ADMIN OPTION");
    const login = { user: "provisioner", password: await sandbox.servers.issueToken("cell-us-1", "provisioner") };
    await sandbox.query(login, "CREATE ROLE tenant LOGIN IN ROLE rds_iam");
    assert.deepEqual(
      await sandbox.query(
        { user: "tenant", password: await sandbox.servers.issueToken("cell-us-1", "tenant") },
        "SELECT current_user",
      ),
      ["tenant"],
    );
  });

  it("writes no password into its log, even of a statement that failed", async () => {
    await assert.rejects(sandbox.asMaster("CREATE ROLE platform PASSWORD 'unlogged-secret'"), /already exists/);
    const log = readFileSync(join(sandbox.folder, "postgres", "cell-us-1", "postgres.log"), "utf8");
    assert.match(log, /role "platform" already exists/);
    assert.doesNotMatch(log, /unlogged-secret|CREATE ROLE/);
  });
});
