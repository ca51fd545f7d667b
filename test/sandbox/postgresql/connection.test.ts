import assert from "node:assert/strict";
import { postgresqlPackage } from "../../../sandbox/postgresql/package.ts";
import { type ServedPackage, servePackage } from "../../../sandbox/provider/serve.ts";
import { freePort } from "../../../sandbox/servers/process/free-port.ts";
import type { World } from "../../../sandbox/world/world.ts";
import { type PostgresWorld, startPostgresWorld } from "../../support/postgres-world.ts";
import { type ProviderClient, providerClient, type WireValues } from "../../support/provider-client.ts";

describe("the postgresql provider's connection", function () {
  this.timeout(60_000);
  let running: PostgresWorld;
  const open: { served: ServedPackage; client: ProviderClient }[] = [];

  const configured = async (changes: WireValues, world: World = running.world, type = "role:Role") => {
    const served = await servePackage(postgresqlPackage(world));
    const client = providerClient(served.port, `postgresql:index/${type}`);
    open.push({ served, client });
    await client.configure({ ...running.configuration, ...changes });
    return client;
  };

  before(async () => {
    running = await startPostgresWorld();
    await running.sql("CREATE ROLE provisioner LOGIN CREATEROLE CREATEDB");
    await running.sql("GRANT rds_iam TO provisioner");
  });
  after(async () => {
    for (const { served, client } of open) {
      client.close();
      await served.close();
    }
    await running.close();
  });

  it("logs in by a token of the server where awsRdsIamAuth is on, and only with a role that may", async () => {
    const iam = { awsRdsIamAuth: "true", username: "provisioner", password: "" };
    const { create } = await configured(iam);
    assert.equal((await create({ name: "by_token" })).id, "by_token");
    const master = await configured({ awsRdsIamAuth: "true" });
    await assert.rejects(master.create({ name: "by_token2" }));
  });

  it("gets a new token where the server refuses the last one", async () => {
    const issued: string[] = [];
    const { postgres } = running.world;
    const world: World = {
      ...running.world,
      postgres: {
        start: (...args) => postgres.start(...args),
        setMasterPassword: (...args) => postgres.setMasterPassword(...args),
        get: (identifier) => postgres.get(identifier),
        at: (host, port) => postgres.at(host, port),
        remove: (identifier) => postgres.remove(identifier),
        issueToken: async (identifier, username) => {
          const token = issued.length === 0 ? "refused" : await postgres.issueToken(identifier, username);
          issued.push(token);
          return token;
        },
      },
    };
    const { create } = await configured({ awsRdsIamAuth: "true", username: "provisioner" }, world);
    assert.equal((await create({ name: "second_token" })).id, "second_token");
    assert.equal((await create({ name: "same_token" })).id, "same_token");
    assert.equal(issued.length, 2);
  });

  it("names host and port of a server that exists and does not answer, and deletes nothing", async () => {
    const port = await freePort();
    const silent: World = {
      ...running.world,
      postgres: { ...running.world.postgres, at: () => ({ identifier: "silent", host: "127.0.0.1", port }) },
    };
    const client = await configured({ port: String(port) }, silent);
    const error = {
      message: `PostgreSQL at 127.0.0.1:${port} does not answer: connect ECONNREFUSED 127.0.0.1:${port}.`,
    };
    await assert.rejects(client.create({ name: "x" }), error);
    await assert.rejects(client.read("x", { name: "x" }, { name: "x" }), error);
    await assert.rejects(client.delete("x", { name: "x" }), error);
  });

  it("takes everything for deleted where the server itself is gone", async () => {
    const client = await configured({ port: String(await freePort()) });
    await client.delete("x", { name: "x" });
    assert.equal((await client.read("x", { name: "x" }, { name: "x" })).id, "");
    await assert.rejects(client.create({ name: "x" }), { message: /does not answer/ });
  });

  it("takes what was in a database for deleted where the database is gone", async () => {
    const schema = await configured({}, running.world, "schema:Schema");
    const inputs = { name: "data", database: "gone" };
    await schema.delete("gone.data", inputs);
    assert.equal((await schema.read("gone.data", inputs, inputs)).id, "");
    await assert.rejects(schema.create(inputs), { message: 'database "gone" does not exist' });
  });

  it("refuses a wrong password as the server does", async () => {
    const { create } = await configured({ password: "wrong" });
    await assert.rejects(create({ name: "x" }), { message: 'password authentication failed for user "platform"' });
  });

  it("refuses configuration that it does not know or has no servers for", async () => {
    const { checkConfig } = await configured({});
    assert.deepEqual(await checkConfig({ ...running.configuration, azureIdentityAuth: "true" }), [
      {
        property: "azureIdentityAuth",
        reason: "azureIdentityAuth is not available in the sandbox; use password or awsRdsIamAuth.",
      },
    ]);
    const [unknown] = await checkConfig({ ...running.configuration, hots: "x" });
    assert.match(unknown?.reason ?? "", /^hots is not an input of this type. The nearest is host;/);
    assert.deepEqual(await checkConfig(running.configuration), []);
  });

  it("says what to grant where everybody else's CONNECT was taken away", async () => {
    await running.sql("CREATE DATABASE closed OWNER platform");
    await running.sql("GRANT CONNECT ON DATABASE closed TO provisioner");
    await running.sql("REVOKE CONNECT ON DATABASE closed FROM public, platform");
    const schema = await configured({}, running.world, "schema:Schema");
    await assert.rejects(schema.create({ name: "data", database: "closed" }), {
      message:
        'permission denied for database "closed" (User does not have CONNECT privilege.) Grant CONNECT on it to platform, the provider\'s role, before taking it from public.',
    });
  });

  it("drops a database in which others are connected", async () => {
    const database = await configured({}, running.world, "database:Database");
    const { id, outputs } = await database.create({ name: "busy" });
    const other = running.sql("SELECT pg_sleep(60)", "busy");
    const ended = assert.rejects(other);
    for (;;) {
      const rows = await running.sql("SELECT 1 FROM pg_stat_activity WHERE datname = 'busy' AND state = 'active'");
      if (rows.length > 0) break;
    }
    await database.delete(id, outputs);
    await ended;
    assert.deepEqual(await running.sql("SELECT 1 FROM pg_database WHERE datname = 'busy'"), []);
  });
});
