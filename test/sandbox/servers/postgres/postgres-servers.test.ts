import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { isRunning } from "../../../../sandbox/servers/process/process-identity.ts";
import { SupervisedPostgres } from "../../../support/supervised-postgres.ts";

describe("SupervisedPostgresServers", function () {
  this.timeout(60_000);
  const sandbox = new SupervisedPostgres();
  before(() => sandbox.start());
  after(() => sandbox.remove());

  it("closes its data and its socket to other users", () => {
    const root = join(sandbox.folder, "postgres", "cell-us-1");
    assert.equal(statSync(root).mode & 0o077, 0);
    assert.equal(statSync(join(root, "administrator.password")).mode & 0o777, 0o600);
  });

  it("finds a server by its address, and none by another", () => {
    assert.deepEqual(sandbox.servers.get("cell-us-1"), sandbox.server);
    assert.deepEqual(sandbox.servers.at("localhost", sandbox.server.port), sandbox.server);
    assert.equal(sandbox.servers.at("127.0.0.1", sandbox.server.port + 1), undefined);
    assert.equal(sandbox.servers.at("db.example", sandbox.server.port), undefined);
    assert.equal(sandbox.servers.get("cell-eu-1"), undefined);
  });

  it("lists what lives in a sandbox.server, without the system's own", async () => {
    await sandbox.asMaster("CREATE SCHEMA tenant_a");
    const { roles, databases } = await sandbox.servers.contents("cell-us-1");
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
    await sandbox.asMaster("CREATE TABLE kept AS SELECT 42 AS answer");
    await sandbox.close();
    await assert.rejects(sandbox.asMaster("SELECT 1"), /ECONNREFUSED/);
    await sandbox.open();
    assert.deepEqual(sandbox.servers.list(), [{ ...sandbox.server, running: false }]);
    await sandbox.servers.restore();
    assert.deepEqual(await sandbox.asMaster("SELECT answer FROM kept"), [42]);
    assert.deepEqual(await sandbox.servers.start("cell-us-1", sandbox.master, "app"), sandbox.server);
    assert.deepEqual(await sandbox.asMaster("SELECT answer FROM kept"), [42]);
  });

  it("starts again after it was killed, although its pid file names a process that runs", async () => {
    const data = join(sandbox.folder, "postgres", "cell-us-1", "data");
    const [pid = "", ...rest] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    while (sandbox.servers.list()[0]?.running) await new Promise((resolve) => setTimeout(resolve, 20));
    // This very process is alive and has nothing to do with PostgreSQL.
    writeFileSync(join(data, "postmaster.pid"), [String(process.pid), ...rest].join("\n"));
    await sandbox.servers.start("cell-us-1", sandbox.master);
    assert.deepEqual(await sandbox.asMaster("SELECT answer FROM kept"), [42]);
  });

  it("runs several servers at once, each with its own roles, and removes one with its data", async () => {
    await sandbox.asMaster("CREATE ROLE only_here");
    const other = await sandbox.servers.start("acme-db", { username: "platform", password: "p" });
    assert.notEqual(other.port, sandbox.server.port);
    const client = new pg.Client({
      host: other.host,
      port: other.port,
      user: "platform",
      password: "p",
      database: "postgres",
    });
    await client.connect();
    assert.equal((await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'only_here'")).rowCount, 0);
    await client.end();
    await sandbox.servers.remove("acme-db");
    await sandbox.servers.remove("acme-db");
    assert.equal(sandbox.servers.get("acme-db"), undefined);
    assert.equal(existsSync(join(sandbox.folder, "postgres", "acme-db")), false);
    assert.deepEqual(await sandbox.asMaster("SELECT 1"), [1]);
  });

  it("refuses names that the service would not take", async () => {
    for (const identifier of ["../up", "Upper", "", "1st", "a".repeat(64)])
      await assert.rejects(
        sandbox.servers.start(identifier, sandbox.master),
        /is no identifier of a database instance/,
        identifier,
      );
    for (const username of ['a"b', "a b", "", "1st"])
      await assert.rejects(
        sandbox.servers.start("fine", { ...sandbox.master, username }),
        /is no name of a master user/,
        username,
      );
    for (const username of ["rdsadmin", "pg_boss", "rds_x"])
      await assert.rejects(sandbox.servers.start("fine", { ...sandbox.master, username }), /is reserved/, username);
    assert.equal(sandbox.servers.get("fine"), undefined);
  });

  it("leaves no process behind when it is closed", async () => {
    const records = join(sandbox.folder, "processes");
    const running = readdirSync(records).map(
      (file) =>
        JSON.parse(readFileSync(join(records, file), "utf8")) as { readonly pid: number; readonly started: string },
    );
    assert.equal(running.length, 1);
    await sandbox.close();
    assert.deepEqual(running.filter(isRunning), []);
    assert.deepEqual(readdirSync(records), []);
    await sandbox.open();
  });
});
