import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { runningDaemon } from "../../sandbox/daemon/daemon-file.ts";
import { sandboxPaths } from "../../sandbox/daemon/sandbox-paths.ts";
import {
  connectSandbox,
  engineEnvironment,
  resetSandbox,
  type Sandbox,
  SandboxStartError,
  SandboxStoppedError,
  sandboxStatus,
  startSandbox,
  stopSandbox,
} from "../../sandbox/index.ts";
import { postgresServers } from "../../sandbox/servers/postgres/postgres-servers.ts";
import { isRunning } from "../../sandbox/servers/process/process-identity.ts";
import { openStore } from "../../sandbox/store/sqlite-store.ts";
import type { PostgresServer } from "../../sandbox/world/world.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const master = { username: "platform", password: "p" };

describe("startSandbox", function () {
  this.timeout(60_000);
  const temporary = temporaryFolder();
  const folder = join(temporary.path, "sandbox");
  const paths = sandboxPaths(folder);
  let sandbox: Sandbox;
  let server: PostgresServer;

  const query = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({
      host: server.host,
      port: server.port,
      user: master.username,
      password: master.password,
      database: "app",
    });
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
    } finally {
      await client.end();
    }
  };
  /** Processes that say this folder, by the system's own list. */
  const processes = (): readonly string[] =>
    execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes(temporary.path));
  /** A server as an earlier run would have left it. */
  const makeServer = async (): Promise<PostgresServer> => {
    const store = openStore(paths.storeFile);
    const servers = await postgresServers({ folder, store, recordFolder: paths.processFolder, now: () => new Date() });
    const made = await servers.start("cell-us-1", master, "app");
    await servers.close();
    store.close();
    return made;
  };

  before(async () => {
    sandbox = await startSandbox({ folder });
    await stopSandbox(folder);
    server = await makeServer();
    sandbox = await startSandbox({ folder });
  });
  after(async () => {
    await resetSandbox(folder);
    temporary.remove();
  });

  it("starts the servers of earlier runs, and says what runs", async () => {
    const status = await sandbox.status();
    assert.deepEqual(status.postgres, [{ ...server, running: true }]);
    assert.deepEqual(
      { ready: status.ready, problems: status.problems, plugins: status.pluginCount },
      { ready: true, problems: [], plugins: 0 },
    );
    await query("CREATE TABLE kept AS SELECT 42 AS answer");
  });

  it("joins the one that runs, also where two start it at once", async () => {
    const { pid } = await sandbox.status();
    const joined = await Promise.all([startSandbox({ folder }), startSandbox({ folder })]);
    for (const each of joined) assert.equal((await each.status()).pid, pid);
    await stopSandbox(folder);
    const started = await Promise.all([startSandbox({ folder }), startSandbox({ folder }), startSandbox({ folder })]);
    assert.equal(new Set(await Promise.all(started.map(async (each) => (await each.status()).pid))).size, 1);
    assert.equal(processes().filter((line) => line.includes("daemon/main.ts")).length, 1);
  });

  it("lists what exists, and gives tokens by address", async () => {
    await query("CREATE ROLE app LOGIN IN ROLE rds_iam");
    const { postgres, kubernetes } = await sandbox.list();
    assert.deepEqual(
      postgres.map(({ identifier, roles }) => ({ identifier, roles })),
      [{ identifier: "cell-us-1", roles: ["app", "platform"] }],
    );
    assert.deepEqual(kubernetes, []);
    assert.match(await sandbox.postgresToken(server.host, server.port, "app"), /^[\w-]{43}$/);
    await assert.rejects(
      sandbox.postgresToken(server.host, server.port + 1, "app"),
      /No PostgreSQL server of the sandbox listens on 127\.0\.0\.1:\d+/,
    );
    await assert.rejects(sandbox.kubernetesToken("cell-us-1"), /There is no Kubernetes cluster cell-us-1/);
    assert.equal(await sandbox.kubernetesServer("cell-us-1"), undefined);
  });

  it("answers nobody without the token", async () => {
    const daemon = runningDaemon(paths);
    assert.ok(daemon);
    const ask = async (token: string): Promise<number> =>
      (
        await fetch(`http://127.0.0.1:${daemon.controlPort}/status`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    assert.deepEqual([await ask(daemon.token), await ask(`${daemon.token}x`), await ask("")], [200, 401, 401]);
    for (const file of [paths.daemonFile, paths.pluginAddressFile, paths.storeFile])
      assert.equal(statSync(file).mode & 0o077, 0, file);
  });

  it("gives engine runs an environment of their own, the same every time, with a passphrase that only the owner reads", async () => {
    const environment = await engineEnvironment(sandbox);
    assert.deepEqual(await engineEnvironment(sandbox), environment);
    assert.match(environment["PULUMI_CONFIG_PASSPHRASE"] ?? "", /^[\w-]{32}$/);
    assert.equal(statSync(paths.passphraseFile).mode & 0o777, 0o600);
    assert.equal(environment["PULUMI_BACKEND_URL"], `file://${folder}/state`);
    const run = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { encoding: "utf8", env: environment }).trim();
    assert.equal(run("sh", "-c", "node --version").split(".")[0], process.version.split(".")[0]);
    assert.match(run("sh", "-c", "pulumi version"), /^v3\.\d+\.\d+$/);
  });

  it("keeps data and tokens' roles over a restart", async () => {
    await stopSandbox(folder);
    await stopSandbox(folder);
    assert.deepEqual(await sandboxStatus(folder), { kind: "stopped" });
    assert.deepEqual(processes(), []);
    await assert.rejects(sandbox.list(), SandboxStoppedError);
    sandbox = await startSandbox({ folder });
    assert.deepEqual(await query("SELECT answer FROM kept"), [42]);
    assert.deepEqual((await sandbox.status()).postgres, [{ ...server, running: true }]);
  });

  it("leaves no child of a daemon that was killed once the next one has started, and loses no data", async () => {
    const daemon = runningDaemon(paths);
    assert.ok(daemon);
    const children = readdirSync(paths.processFolder).map(
      (file) =>
        JSON.parse(readFileSync(join(paths.processFolder, file), "utf8")) as {
          readonly pid: number;
          readonly started: string;
        },
    );
    assert.equal(children.length, 1);
    process.kill(daemon.pid, "SIGKILL");
    while (isRunning(daemon)) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(await sandboxStatus(folder), { kind: "stopped" });
    sandbox = await startSandbox({ folder });
    assert.deepEqual(children.filter(isRunning), []);
    assert.deepEqual(await query("SELECT answer FROM kept"), [42]);
  });

  it("says why it does not start", async () => {
    await stopSandbox(folder);
    const broken = join(temporary.path, "broken");
    mkdirSync(join(broken, "store.db"), { recursive: true });
    await assert.rejects(
      startSandbox({ folder: broken }),
      (error) => error instanceof SandboxStartError && /unable to open database file/.test(error.message),
    );
    sandbox = await startSandbox({ folder });
  });

  it("leaves nothing behind when it is reset", async () => {
    await resetSandbox(folder);
    await resetSandbox(folder);
    assert.equal(existsSync(folder), false);
    assert.deepEqual(processes(), []);
    await assert.rejects(connectSandbox(folder).status(), /Start it: tenantry sandbox start/);
  });
});
