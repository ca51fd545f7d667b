import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import {
  postgresServers,
  type SupervisedPostgresServers,
} from "../../../../sandbox/servers/postgres/postgres-servers.ts";
import { isRunning } from "../../../../sandbox/servers/process/process-identity.ts";
import { openStore, type SqliteStore } from "../../../../sandbox/store/sqlite-store.ts";
import type { PostgresServer } from "../../../../sandbox/world/world.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

const master = { username: "platform", password: "it's-a-password" };

interface Login {
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

describe("SupervisedPostgresServers", function () {
  this.timeout(60_000);
  let folder: ReturnType<typeof temporaryFolder>;
  let store: SqliteStore;
  let servers: SupervisedPostgresServers;
  let server: PostgresServer;
  let clock = new Date("2030-01-01T00:00:00Z");

  const open = async (): Promise<void> => {
    store = openStore(join(folder.path, "store.db"));
    servers = await postgresServers({
      folder: folder.path,
      store,
      recordFolder: join(folder.path, "processes"),
      now: () => clock,
    });
  };
  const close = async (): Promise<void> => {
    await servers.close();
    store.close();
  };
  const query = async (login: Login, sql: string): Promise<unknown[]> => {
    const client = new pg.Client({ host: server.host, port: server.port, database: "app", ...login });
    await client.connect();
    try {
      const { rows } = await client.query({ text: sql, rowMode: "array" });
      return rows.flat();
    } finally {
      await client.end();
    }
  };
  const asMaster = (sql: string): Promise<unknown[]> =>
    query({ user: master.username, password: master.password }, sql);

  before(async () => {
    folder = temporaryFolder();
    await open();
    server = await servers.start("cell-us-1", master, "app");
  });
  after(async () => {
    await close();
    folder.remove();
  });

  it("gives a master that makes roles and databases, owns what it was given, and is no superuser", async () => {
    assert.deepEqual(
      await asMaster(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user",
      ),
      [false, true, true, false, false],
    );
    assert.deepEqual(
      await asMaster(
        "SELECT datname || ':' || pg_get_userbyid(datdba) FROM pg_database WHERE datname IN ('app', 'postgres', 'template1') ORDER BY 1",
      ),
      ["app:platform", "postgres:platform", "template1:rdsadmin"],
    );
    assert.deepEqual(
      await asMaster(
        "SELECT pg_has_role('rds_superuser', 'MEMBER'), pg_has_role('pg_monitor', 'USAGE'), pg_has_role('pg_signal_backend', 'USAGE')",
      ),
      [true, true, true],
    );
    await asMaster("CREATE ROLE made LOGIN");
    await asMaster("CREATE DATABASE made OWNER platform");
    for (const refused of [
      "CREATE ROLE boss SUPERUSER",
      "ALTER SYSTEM SET fsync = on",
      "COPY (SELECT 1) TO PROGRAM 'true'",
      "SELECT pg_read_file('pg_hba.conf')",
      "SET ROLE rdsadmin",
    ]) {
      await assert.rejects(asMaster(refused), /permission denied/, refused);
    }
  });

  it("leaves PUBLIC what PostgreSQL gives it, so that the product must take it away", async () => {
    await asMaster("CREATE ROLE stranger LOGIN PASSWORD 'p'");
    assert.deepEqual(
      await query(
        { user: "stranger", password: "p", database: "template1" },
        "SELECT has_database_privilege('app', 'TEMP')",
      ),
      [true],
    );
    await asMaster("REVOKE ALL ON DATABASE app FROM PUBLIC");
    await assert.rejects(
      query({ user: "stranger", password: "p" }, "SELECT 1"),
      /permission denied for database "app"/,
    );
    await asMaster("GRANT CONNECT, TEMP ON DATABASE app TO PUBLIC");
  });

  it("lets no superuser in over TCP, not even with its password", async () => {
    const password = readFileSync(join(folder.path, "postgres", "cell-us-1", "administrator.password"), "utf8");
    await assert.rejects(
      query({ user: "rdsadmin", password, database: "postgres" }, "SELECT 1"),
      /pg_hba\.conf rejects connection/,
    );
    assert.deepEqual((await servers.contents("cell-us-1")).databases.map(({ name }) => name).includes("app"), true);
  });

  it("refuses a wrong password, and takes a changed one", async () => {
    await assert.rejects(query({ user: "platform", password: "guess" }, "SELECT 1"), /password authentication failed/);
    await servers.setMasterPassword("cell-us-1", "platform", "an'other");
    assert.deepEqual(await query({ user: "platform", password: "an'other" }, "SELECT 1"), [1]);
    await assert.rejects(asMaster("SELECT 1"), /password authentication failed/);
    await servers.setMasterPassword("cell-us-1", "platform", master.password);
    assert.deepEqual(await asMaster("SELECT 1"), [1]);
  });

  it("lets members of rds_iam in by token alone, each token of its own role and server, for 15 minutes", async () => {
    await asMaster("CREATE ROLE by_token LOGIN PASSWORD 'known'");
    await asMaster("CREATE ROLE by_group NOLOGIN IN ROLE rds_iam");
    assert.deepEqual(await query({ user: "by_token", password: "known" }, "SELECT 1"), [1]);
    await assert.rejects(
      servers.issueToken("cell-us-1", "by_token"),
      /by_token of cell-us-1 does not log in by token\. Grant it rds_iam/,
    );
    await asMaster("GRANT by_group TO by_token");
    await asMaster("CREATE ROLE other LOGIN IN ROLE rds_iam");

    const first = await servers.issueToken("cell-us-1", "by_token");
    const second = await servers.issueToken("cell-us-1", "by_token");
    for (const password of [first, second, first])
      assert.deepEqual(await query({ user: "by_token", password }, "SELECT current_user"), ["by_token"]);
    for (const password of ["known", `${first}x`, await servers.issueToken("cell-us-1", "other"), ""]) {
      await assert.rejects(
        query({ user: "by_token", password }, "SELECT 1"),
        /RADIUS authentication failed|empty password/,
        password,
      );
    }
    clock = new Date(clock.getTime() + 14.9 * 60_000);
    assert.deepEqual(await query({ user: "by_token", password: first }, "SELECT 1"), [1]);
    clock = new Date(clock.getTime() + 0.2 * 60_000);
    await assert.rejects(query({ user: "by_token", password: first }, "SELECT 1"), /RADIUS authentication failed/);
    assert.deepEqual(
      await query({ user: "by_token", password: await servers.issueToken("cell-us-1", "by_token") }, "SELECT 1"),
      [1],
    );
  });

  it("issues no token for the master, a role that is not there, or the superuser", async () => {
    for (const role of ["platform", "nobody", "rdsadmin"])
      await assert.rejects(servers.issueToken("cell-us-1", role), /does not log in by token/, role);
    await assert.rejects(servers.issueToken("cell-eu-1", "platform"), /There is no PostgreSQL server cell-eu-1/);
  });

  it("lets a role that was given rds_iam to hand on make others that log in by token", async () => {
    await asMaster("CREATE ROLE provisioner LOGIN CREATEROLE");
    await asMaster("GRANT rds_iam TO provisioner WITH ADMIN OPTION");
    const login = { user: "provisioner", password: await servers.issueToken("cell-us-1", "provisioner") };
    await query(login, "CREATE ROLE tenant LOGIN IN ROLE rds_iam");
    assert.deepEqual(
      await query({ user: "tenant", password: await servers.issueToken("cell-us-1", "tenant") }, "SELECT current_user"),
      ["tenant"],
    );
  });

  it("writes no password into its log, even of a statement that failed", async () => {
    await assert.rejects(asMaster("CREATE ROLE platform PASSWORD 'unlogged-secret'"), /already exists/);
    const log = readFileSync(join(folder.path, "postgres", "cell-us-1", "postgres.log"), "utf8");
    assert.match(log, /role "platform" already exists/);
    assert.doesNotMatch(log, /unlogged-secret|CREATE ROLE/);
  });

  it("closes its data and its socket to other users", () => {
    const root = join(folder.path, "postgres", "cell-us-1");
    assert.equal(statSync(root).mode & 0o077, 0);
    assert.equal(statSync(join(root, "administrator.password")).mode & 0o777, 0o600);
  });

  it("finds a server by its address, and none by another", () => {
    assert.deepEqual(servers.get("cell-us-1"), server);
    assert.deepEqual(servers.at("localhost", server.port), server);
    assert.equal(servers.at("127.0.0.1", server.port + 1), undefined);
    assert.equal(servers.at("db.example", server.port), undefined);
    assert.equal(servers.get("cell-eu-1"), undefined);
  });

  it("lists what lives in a server, without the system's own", async () => {
    await asMaster("CREATE SCHEMA tenant_a");
    const { roles, databases } = await servers.contents("cell-us-1");
    assert.deepEqual(
      databases.find(({ name }) => name === "app"),
      { name: "app", schemas: ["public", "tenant_a"] },
    );
    assert.ok(roles.includes("platform"));
    assert.deepEqual(
      roles.filter((role) => /^(rds|pg_)/.test(role)),
      [],
    );
  });

  it("keeps address and data over a restart, and a second start changes nothing", async () => {
    await asMaster("CREATE TABLE kept AS SELECT 42 AS answer");
    await close();
    await assert.rejects(asMaster("SELECT 1"), /ECONNREFUSED/);
    await open();
    assert.deepEqual(servers.list(), [{ ...server, running: false }]);
    await servers.restore();
    assert.deepEqual(await asMaster("SELECT answer FROM kept"), [42]);
    assert.deepEqual(await servers.start("cell-us-1", master, "app"), server);
    assert.deepEqual(await asMaster("SELECT answer FROM kept"), [42]);
  });

  it("starts again after it was killed, although its pid file names a process that runs", async () => {
    const data = join(folder.path, "postgres", "cell-us-1", "data");
    const [pid = "", ...rest] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    while (servers.list()[0]?.running) await new Promise((resolve) => setTimeout(resolve, 20));
    // This very process is alive and has nothing to do with PostgreSQL.
    writeFileSync(join(data, "postmaster.pid"), [String(process.pid), ...rest].join("\n"));
    await servers.start("cell-us-1", master);
    assert.deepEqual(await asMaster("SELECT answer FROM kept"), [42]);
  });

  it("runs several servers at once, each with its own roles, and removes one with its data", async () => {
    const other = await servers.start("acme-db", { username: "platform", password: "p" });
    assert.notEqual(other.port, server.port);
    const client = new pg.Client({
      host: other.host,
      port: other.port,
      user: "platform",
      password: "p",
      database: "postgres",
    });
    await client.connect();
    assert.equal((await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'tenant'")).rowCount, 0);
    await client.end();
    await servers.remove("acme-db");
    await servers.remove("acme-db");
    assert.equal(servers.get("acme-db"), undefined);
    assert.equal(existsSync(join(folder.path, "postgres", "acme-db")), false);
    assert.deepEqual(await asMaster("SELECT 1"), [1]);
  });

  it("refuses names that the service would not take", async () => {
    for (const identifier of ["../up", "Upper", "", "1st", "a".repeat(64)])
      await assert.rejects(servers.start(identifier, master), /is no identifier of a database instance/, identifier);
    for (const username of ['a"b', "a b", "", "1st"])
      await assert.rejects(servers.start("fine", { ...master, username }), /is no name of a master user/, username);
    for (const username of ["rdsadmin", "pg_boss", "rds_x"])
      await assert.rejects(servers.start("fine", { ...master, username }), /is reserved/, username);
    assert.equal(servers.get("fine"), undefined);
  });

  it("leaves no process behind when it is closed", async () => {
    const records = join(folder.path, "processes");
    const running = readdirSync(records).map(
      (file) =>
        JSON.parse(readFileSync(join(records, file), "utf8")) as { readonly pid: number; readonly started: string },
    );
    assert.equal(running.length, 1);
    await close();
    assert.deepEqual(running.filter(isRunning), []);
    assert.deepEqual(readdirSync(records), []);
    await open();
  });
});
