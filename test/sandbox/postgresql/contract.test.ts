import { postgresqlPackage } from "../../../sandbox/postgresql/package.ts";
import { type PostgresWorld, startPostgresWorld } from "../../support/postgres-world.ts";
import { describeProviderContract, type ProviderContract } from "../../support/provider-contract.ts";

let running: PostgresWorld;

type Case = Omit<ProviderContract, "package" | "configuration">;

const sql = async (...statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await running.sql(statement);
};

const cases: readonly Case[] = [
  {
    token: "postgresql:index/role:Role",
    inputs: () => ({
      name: "tenant",
      login: true,
      password: "a'b\\c",
      connectionLimit: 8,
      statementTimeout: 60000,
      idleInTransactionSessionTimeout: 1000,
      searchPaths: ["app data", "$user"],
      roles: ["members", "readers"],
      validUntil: "2030-01-01T00:00:00Z",
      inherit: true,
    }),
    changed: () => ({ name: "tenant", login: false, connectionLimit: 9, searchPaths: ["app"], roles: ["readers"] }),
    replacing: () => ({ name: "tenant2" }),
    writeOnly: ["password"],
    changeByHand: async () => {
      await sql("ALTER ROLE tenant SET statement_timeout TO '2min'");
      return { property: "statementTimeout", value: 120000 };
    },
    removeByHand: () => sql("DROP ROLE tenant"),
  },
  {
    token: "postgresql:index/database:Database",
    inputs: () => ({ name: "silo", owner: "owner", connectionLimit: 5, template: "template0", encoding: "UTF8" }),
    changed: () => ({ name: "silo", owner: "members", connectionLimit: 6, template: "template0" }),
    replacing: () => ({ name: "silo2", owner: "owner" }),
    changeByHand: async () => {
      await sql("GRANT owner TO platform WITH INHERIT TRUE, SET TRUE", "ALTER DATABASE silo CONNECTION LIMIT 1");
      return { property: "connectionLimit", value: 1 };
    },
    removeByHand: () => sql("GRANT owner TO platform WITH INHERIT TRUE, SET TRUE", "DROP DATABASE silo"),
  },
  {
    token: "postgresql:index/schema:Schema",
    inputs: () => ({ name: "tenant", database: "app", owner: "owner", ifNotExists: false, dropCascade: true }),
    changed: () => ({ name: "tenant", database: "app", owner: "members", dropCascade: true }),
    replacing: () => ({ name: "tenant2", database: "app" }),
    changeByHand: async () => {
      await sql(
        "GRANT owner, members TO platform WITH INHERIT TRUE, SET TRUE",
        "ALTER SCHEMA tenant OWNER TO members",
        "REVOKE owner, members FROM platform",
      );
      return { property: "owner", value: "members" };
    },
    removeByHand: () =>
      sql("GRANT owner TO platform WITH INHERIT TRUE, SET TRUE", "DROP SCHEMA tenant", "REVOKE owner FROM platform"),
  },
  {
    token: "postgresql:index/grant:Grant",
    inputs: () => ({
      database: "app",
      role: "readers",
      objectType: "table",
      schema: "data",
      objects: ["orders", "items"],
      privileges: ["SELECT", "INSERT"],
    }),
    changed: () => ({
      database: "app",
      role: "readers",
      objectType: "table",
      schema: "data",
      objects: ["items", "orders"],
      privileges: ["UPDATE"],
    }),
    replacing: () => ({
      database: "app",
      role: "readers",
      objectType: "schema",
      schema: "data",
      privileges: ["USAGE"],
    }),
    changeByHand: async () => {
      await sql("GRANT DELETE ON data.orders TO readers");
      return { property: "privileges", value: ["DELETE", "INSERT", "SELECT"] };
    },
    removeByHand: () => sql("REVOKE ALL ON data.orders, data.items FROM readers"),
  },
  {
    token: "postgresql:index/grantRole:GrantRole",
    inputs: () => ({ role: "readers", grantRole: "members", withAdminOption: true }),
    replacing: () => ({ role: "readers", grantRole: "owner" }),
    changeByHand: async () => {
      await sql("REVOKE ADMIN OPTION FOR members FROM readers");
      return { property: "withAdminOption", value: false };
    },
    removeByHand: () => sql("REVOKE members FROM readers"),
  },
  ...["defaultPrivileges:DefaultPrivileges", "defaultPrivileg:DefaultPrivileg"].map(
    (type): Case => ({
      token: `postgresql:index/${type}`,
      inputs: () => ({
        database: "app",
        role: "readers",
        owner: "owner",
        schema: "data",
        objectType: "table",
        privileges: ["SELECT"],
      }),
      changed: () => ({
        database: "app",
        role: "readers",
        owner: "owner",
        schema: "data",
        objectType: "table",
        privileges: ["ALL"],
      }),
      replacing: () => ({
        database: "app",
        role: "readers",
        owner: "owner",
        objectType: "sequence",
        privileges: ["USAGE"],
        withGrantOption: true,
      }),
      changeByHand: async () => {
        await sql(
          "GRANT owner TO platform WITH INHERIT TRUE, SET TRUE",
          "ALTER DEFAULT PRIVILEGES FOR ROLE owner IN SCHEMA data GRANT DELETE ON TABLES TO readers",
          "REVOKE owner FROM platform",
        );
        return { property: "privileges", value: ["DELETE", "SELECT"] };
      },
    }),
  ),
];

describe("the postgresql provider", function () {
  this.timeout(60_000);
  before(async () => {
    running = await startPostgresWorld();
    await sql(
      ...["members", "readers", "owner"].map((name) => `CREATE ROLE ${name}`),
      "CREATE SCHEMA data",
      "CREATE TABLE data.orders (id int, total int)",
      "CREATE TABLE data.items (id int)",
    );
  });
  after(() => running.close());

  for (const each of cases) {
    describeProviderContract({
      ...each,
      package: () => postgresqlPackage(running.world),
      configuration: () => running.configuration,
    });
  }
});
