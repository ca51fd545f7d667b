import assert from "node:assert/strict";
import pg from "pg";
import { postgresqlPackage } from "../../../sandbox/postgresql/package.ts";
import { type ServedPackage, servePackage } from "../../../sandbox/provider/serve.ts";
import { type PostgresWorld, startPostgresWorld } from "../../support/postgres-world.ts";
import { type ProviderClient, providerClient, type WireValues } from "../../support/provider-client.ts";

describe("rights by the postgresql provider", function () {
  this.timeout(60_000);
  let running: PostgresWorld;
  let served: ServedPackage;
  const clients: ProviderClient[] = [];

  const typed = (type: string): ProviderClient => {
    const client = providerClient(served.port, `postgresql:index/${type}`);
    clients.push(client);
    return client;
  };
  const create = (type: string, inputs: WireValues) => typed(type).create(inputs);
  const grantOn = (inputs: WireValues) => create("grant:Grant", { database: "app", ...inputs });
  const connect = async (user: string, database: string): Promise<pg.Client> => {
    const { host, port } = running.server;
    const client = new pg.Client({ host, port, user, password: "pw", database });
    await client.connect();
    return client;
  };
  const as = async (user: string, statement: string): Promise<unknown[]> => {
    const client = await connect(user, "app");
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };

  before(async () => {
    running = await startPostgresWorld();
    served = await servePackage(postgresqlPackage(running.world));
    await typed("role:Role").configure(running.configuration);
    for (const name of ["owner", "tenant", "other"]) {
      await create("role:Role", { name, login: true, password: "pw" });
    }
    await create("schema:Schema", { name: "data", database: "app", owner: "owner" });
    await grantOn({ role: "owner", objectType: "database", privileges: ["CONNECT"] });
    await grantOn({ role: "tenant", objectType: "database", privileges: ["CONNECT"] });
    await as("owner", "CREATE TABLE data.orders (id int, secret text)");
    await as("owner", "INSERT INTO data.orders VALUES (1, 'x')");
    await grantOn({ role: "tenant", objectType: "schema", schema: "data", privileges: ["USAGE"] });
  });
  after(async () => {
    for (const client of clients) client.close();
    await served.close();
    await running.close();
  });

  it("work on what other roles own, and leave the master no member of them", async () => {
    await grantOn({ role: "tenant", objectType: "table", schema: "data", privileges: ["SELECT"] });
    assert.deepEqual(await as("tenant", "SELECT id FROM data.orders"), [{ id: 1 }]);
    await assert.rejects(as("other", "SELECT id FROM data.orders"), { message: /permission denied/ });
    await assert.rejects(running.sql("SELECT * FROM data.orders"), { message: "permission denied for schema data" });
  });

  it("are exactly those that are listed: an update takes the others away, an empty list all", async () => {
    const inputs = { database: "app", role: "tenant", objectType: "table", schema: "data", objects: ["orders"] };
    const grant = typed("grant:Grant");
    const { id, outputs } = await grant.create({ ...inputs, privileges: ["INSERT"] });
    await assert.rejects(as("tenant", "SELECT id FROM data.orders"), { message: /permission denied/ });
    await as("tenant", "INSERT INTO data.orders VALUES (2, 'y')");
    await grant.update(id, { ...inputs, privileges: ["INSERT"] }, outputs, { ...inputs, privileges: [] });
    await assert.rejects(as("tenant", "INSERT INTO data.orders VALUES (3, 'z')"), { message: /permission denied/ });
  });

  it("are given by column", async () => {
    const inputs = { role: "tenant", objectType: "column", schema: "data", objects: ["orders"] };
    const { id, outputs } = await grantOn({ ...inputs, columns: ["id"], privileges: ["SELECT"] });
    assert.equal((await as("tenant", "SELECT id FROM data.orders")).length, 2);
    await assert.rejects(as("tenant", "SELECT secret FROM data.orders"), { message: /permission denied/ });
    await typed("grant:Grant").delete(id, outputs);
    await assert.rejects(as("tenant", "SELECT id FROM data.orders"), { message: /permission denied/ });
  });

  it("of everybody are taken away, and seen when they come back by hand", async () => {
    await as("owner", "SELECT 1");
    const inputs = { database: "app", role: "public", objectType: "database", privileges: [] };
    const grant = typed("grant:Grant");
    const { id, outputs } = await grant.create(inputs);
    await assert.rejects(connect("other", "app"), { message: 'permission denied for database "app"' });
    await (await connect("tenant", "app")).end();
    assert.deepEqual((await grant.read(id, inputs, outputs)).inputs["privileges"], []);
    await running.sql("GRANT CONNECT ON DATABASE app TO PUBLIC");
    assert.deepEqual((await grant.read(id, inputs, outputs)).inputs["privileges"], ["CONNECT"]);
  });

  it("of functions are revoked from everybody by default for what a role creates", async () => {
    const inputs = { database: "app", role: "public", owner: "owner", objectType: "function", privileges: [] };
    await create("defaultPrivileges:DefaultPrivileges", inputs);
    await as("owner", "CREATE FUNCTION data.f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    await assert.rejects(as("tenant", "SELECT data.f()"), { message: "permission denied for function f" });
    assert.deepEqual(await as("owner", "SELECT data.f()"), [{ f: 1 }]);
  });

  it("fail where the server only warns that nothing was changed", async () => {
    const inputs = { objectType: "function", schema: "pg_catalog", objects: ["lo_create(oid)"], privileges: [] };
    await assert.rejects(grantOn({ ...inputs, role: "public" }), {
      message: 'The server only warned, and changed nothing: no privileges could be revoked for "lo_create"',
    });
  });

  it("refuse what does not fit the kind of object, and let unknown values pass", async () => {
    const { check } = typed("grant:Grant");
    const inputs = { database: "app", role: "tenant", objectType: "table", privileges: ["EXECUTE"] };
    const { failures } = await check(inputs);
    assert.deepEqual(failures, [
      {
        property: "privileges",
        reason:
          'privileges must be some of SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN, ALL, ALL PRIVILEGES, but one is "EXECUTE".',
      },
      { property: "schema", reason: "schema is required where objectType is table." },
    ]);
    assert.deepEqual((await check({ ...inputs, schema: "data", privileges: ["SELECT"] })).failures, []);
  });

  it("survive many changes at once", async () => {
    const roles = Array.from({ length: 12 }, (_, index) => `many${index}`);
    await Promise.all(
      roles.map(async (name) => {
        await create("role:Role", { name, roles: ["tenant"] });
        await grantOn({ role: name, objectType: "database", privileges: ["CONNECT", "TEMP"] });
        await grantOn({ role: name, objectType: "table", schema: "data", privileges: ["SELECT"] });
      }),
    );
    const rows = await running.sql(
      "SELECT count(*)::int AS n FROM pg_auth_members m JOIN pg_roles r ON r.oid = member WHERE rolname LIKE 'many%'",
    );
    assert.deepEqual(rows, [{ n: 12 }]);
  });

  it("do not keep a role from being dropped with what it owns", async () => {
    const role = typed("role:Role");
    await assert.rejects(role.delete("owner", { name: "owner", skipReassignOwned: true }), {
      message: /cannot be dropped because some objects depend on it/,
    });
    await role.delete("owner", { name: "owner" });
    assert.deepEqual(await running.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'orders'"), [
      { tableowner: "platform" },
    ]);
    assert.equal((await role.read("owner", { name: "owner" }, { name: "owner" })).id, "");
  });
});
