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
    token: "postgresql:index/extension:Extension",
    inputs: () => ({ name: "hstore", database: "app", version: "1.7", dropCascade: true }),
    changed: () => ({ name: "hstore", database: "app", version: "1.7" }),
    replacing: () => ({ name: "citext", database: "app" }),
    changeByHand: async () => {
      await sql("ALTER EXTENSION hstore UPDATE TO '1.8'");
      return { property: "version", value: "1.8" };
    },
    removeByHand: () => sql("DROP EXTENSION hstore"),
  },
  {
    token: "postgresql:index/function:Function",
    inputs: () => ({
      name: "twice",
      database: "app",
      schema: "data",
      args: [{ name: "number", type: "integer" }],
      returns: "integer",
      language: "sql",
      body: "SELECT number * 2",
      volatility: "IMMUTABLE",
      parallel: "SAFE",
      strict: true,
      securityDefiner: false,
    }),
    changed: () => ({
      name: "twice",
      database: "app",
      schema: "data",
      args: [{ name: "number", type: "integer" }],
      returns: "integer",
      language: "sql",
      body: "SELECT number + number",
      securityDefiner: true,
    }),
    replacing: () => ({
      name: "thrice",
      database: "app",
      schema: "data",
      language: "sql",
      returns: "integer",
      body: "SELECT 3",
    }),
    changeByHand: async () => {
      await sql("ALTER FUNCTION data.twice(integer) VOLATILE");
      return { property: "volatility", value: "VOLATILE" };
    },
    removeByHand: () => sql("DROP FUNCTION data.twice(integer)"),
  },
];

describe("the postgresql provider, inside a database", function () {
  this.timeout(60_000);
  before(async () => {
    running = await startPostgresWorld();
    await sql("CREATE SCHEMA data");
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
