import { equal, notEqual } from "node:assert/strict";
import { once } from "node:events";
import type pg from "pg";
import type { Isolation } from "../../../model/isolation.ts";
import { pooled } from "./database-attack.ts";
import { connect, type Fighter } from "./duel.ts";

/** What PostgreSQL cannot hide from a neighbour. Each stands in docs/isolation.md; one that closes must leave it. */
export interface Leak {
  readonly title: string;
  readonly levels: readonly Isolation[];
  /** Shows that it is there. */
  show(attacker: Fighter, victim: Fighter): Promise<void>;
}

const one = async (client: pg.Client, sql: string): Promise<unknown> =>
  Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];

function as(show: (client: pg.Client, attacker: Fighter, victim: Fighter) => Promise<void>): Leak["show"] {
  return async (attacker, victim) => {
    const client = await connect(attacker.login);
    try {
      await show(client, attacker, victim);
    } finally {
      await client.end();
    }
  };
}

export const leaks: readonly Leak[] = [
  {
    title: "EXPLAIN ANALYZE counts the rows that row security removed",
    levels: ["shared"],
    show: as(async (client, { place }) => {
      await client.query("SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off");
      const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) SELECT FROM ${place.schema}.documents`);
      const removed = /"Rows Removed by Filter": (\d+)/.exec(JSON.stringify(rows, null, 1).replaceAll("\\", ""));
      notEqual(removed?.[1] ?? "0", "0");
    }),
  },
  {
    title: "statistics count everybody's rows in a shared table",
    levels: ["shared"],
    show: as(async (client, { place }) => {
      await client.query("SELECT pg_stat_force_next_flush()");
      const own = Number(await one(client, `SELECT count(*) FROM ${place.schema}.documents`));
      const all = Number(
        await one(
          client,
          `SELECT n_tup_ins FROM pg_stat_all_tables WHERE schemaname = ${place.schemaLiteral} AND relname = 'documents'`,
        ),
      );
      equal(all > own, true);
    }),
  },
  {
    title: "a shared sequence's numbers have gaps where others wrote",
    levels: ["shared"],
    show: async (attacker, victim) => {
      const next = as(async (client, { place }) => {
        numbers.push(
          Number(
            await one(
              client,
              `INSERT INTO ${place.schema}.document_revisions (document_id, body) VALUES (${place.documentId}, 'x') RETURNING revision`,
            ),
          ),
        );
      });
      const numbers: number[] = [];
      await next(attacker, victim);
      await next(victim, attacker);
      await next(attacker, victim);
      equal((numbers[2] ?? 0) - (numbers[0] ?? 0), 2);
    },
  },
  {
    title: "names of roles and databases are everybody's to read",
    levels: pooled,
    show: as(async (client, _, victim) => {
      equal(await one(client, `SELECT count(*)::int FROM pg_roles WHERE rolname = ${victim.place.roleLiteral}`), 1);
      equal(
        await one(client, `SELECT count(*)::int FROM pg_database WHERE datname = ${`'${victim.login.database}'`}`),
        1,
      );
    }),
  },
  {
    title: "settings by role are everybody's to read",
    levels: pooled,
    show: as(async (client, _, victim) => {
      equal(
        await one(
          client,
          `SELECT count(*)::int FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE rolname = ${victim.place.roleLiteral}`,
        ),
        1,
      );
    }),
  },
  {
    title: "names of another schema's tables and the text of its functions are everybody's to read",
    levels: ["schema"],
    show: as(async (client, _, victim) => {
      equal(
        Number(
          await one(
            client,
            `SELECT count(*) FROM pg_class WHERE relnamespace = ${victim.place.schemaLiteral}::regnamespace AND relkind = 'r'`,
          ),
        ) > 0,
        true,
      );
      equal(
        await one(
          client,
          `SELECT prosqlbody IS NOT NULL FROM pg_proc WHERE pronamespace = ${victim.place.schemaLiteral}::regnamespace AND proname = 'delete_document'`,
        ),
        true,
      );
    }),
  },
  {
    title: "that another is connected, since when, and the name of its program are everybody's to read",
    levels: pooled,
    show: as(async (client, _, victim) => {
      equal(
        await one(
          client,
          `SELECT count(*)::int FROM pg_stat_activity WHERE pid = ${victim.place.processId} AND usename = ${victim.place.roleLiteral}`,
        ),
        1,
      );
    }),
  },
  {
    title: "NOTIFY reaches everybody who listens in the same database",
    levels: pooled,
    show: async (attacker, victim) => {
      const [listener, speaker] = [await connect(victim.login), await connect(attacker.login)];
      try {
        await listener.query("LISTEN greetings");
        const heard = once(listener, "notification");
        await speaker.query("NOTIFY greetings, 'hello'");
        equal(((await heard) as [{ payload: string }])[0].payload, "hello");
      } finally {
        await Promise.all([listener.end(), speaker.end()]);
      }
    },
  },
  {
    title: "advisory locks of one database are one space for all",
    levels: pooled,
    show: async (attacker, victim) => {
      const [holder, other] = [await connect(victim.login), await connect(attacker.login)];
      try {
        equal(await one(holder, "SELECT pg_try_advisory_lock(4711)"), true);
        equal(await one(other, "SELECT pg_try_advisory_lock(4711)"), false);
      } finally {
        await Promise.all([holder.end(), other.end()]);
      }
    },
  },
  {
    title: "a tenant lifts its own timeouts",
    levels: ["shared", "schema", "database", "cluster"],
    show: as(async (client) => {
      notEqual(await one(client, "SHOW statement_timeout"), "0");
      await client.query("SET statement_timeout = 0");
      equal(await one(client, "SHOW statement_timeout"), "0");
    }),
  },
  {
    title: "a tenant stores large objects that no quota counts",
    levels: ["shared", "schema", "database", "cluster"],
    show: as(async (client) => {
      const made = await one(client, "SELECT lo_from_bytea(0, 'x')");
      equal(await one(client, `SELECT lo_unlink(${Number(made)})`), 1);
    }),
  },
];
