import { deepEqual, equal, rejects } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import type { Isolation } from "../../../model/isolation.ts";
import { all, pooled } from "./database-attack.ts";
import { connect, type Fighter } from "./duel.ts";

/** An attack that is more than statements on one connection; it asserts by itself, its twin included. */
export interface SpecialAttack {
  readonly title: string;
  readonly levels: readonly Isolation[];
  run(attacker: Fighter, victim: Fighter): Promise<void>;
}

/** The idle one. */
const connectionsOfFighter = 1;

const foreignDatabases = ["postgres", "template1", "rdsadmin", "shared", "schemas"];

/** Refused by privilege, or because there is none of that name here. */
const closed = (error: { code?: string }) => error.code === "42501" || error.code === "3D000";

async function opensNoOtherDatabase(attacker: Fighter): Promise<void> {
  for (const database of foreignDatabases.filter((name) => name !== attacker.login.database)) {
    await rejects(connect({ ...attacker.login, database }), closed, database);
  }
  await withConnection(attacker, async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE datallowconn AND has_database_privilege(oid, 'CONNECT')",
    );
    deepEqual(rows, [{ datname: attacker.login.database }]);
    const { rows: more } = await client.query(
      "SELECT has_database_privilege(current_database(), 'CREATE') AS creates, has_database_privilege(current_database(), 'TEMP') AS temp",
    );
    deepEqual(more, [{ creates: false, temp: false }]);
  });
}

async function keepsToItsConnections(attacker: Fighter): Promise<void> {
  const limit = await limitOf(attacker);
  await untilAlone(attacker);
  const free = limit - connectionsOfFighter;
  const open: pg.Client[] = [];
  try {
    for (let number = 0; number < free; number += 1) open.push(await connect(attacker.login));
    equal(open.length, free);
    await rejects(connect(attacker.login), { code: "53300" });
  } finally {
    await Promise.all(open.map((client) => client.end()));
  }
}

async function limitOf(fighter: Fighter): Promise<number> {
  return await withConnection(fighter, async (client) => {
    const { rows } = await client.query("SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user");
    return Number(rows[0]?.["rolconnlimit"]);
  });
}

/** Waits for connections that were closed: they count until their processes have ended. */
export async function untilAlone(fighter: Fighter): Promise<void> {
  while (Number(await fighter.connections()) > connectionsOfFighter) await setTimeout(20);
}

/** A member of a role may say DROP OWNED BY it, which also revokes what was granted to it, if it may. */
async function leavesItsGroupsGrants(attacker: Fighter, victim: Fighter): Promise<void> {
  const group = await groupOf(attacker);
  const before = await grants(victim);
  await withConnection(attacker, async (client) => {
    await client.query(`DROP OWNED BY ${group}`).catch(() => undefined);
  });
  deepEqual(await grants(victim), before);
  await withConnection(victim, async (client) => {
    const { rowCount } = await client.query(`SELECT FROM ${victim.place.schema}.documents`);
    equal((rowCount ?? 0) > 0, true);
  });
}

async function groupOf(fighter: Fighter): Promise<string> {
  return await withConnection(fighter, async (client) => {
    const { rows } = await client.query(
      "SELECT quote_ident(rolname) AS name FROM pg_roles WHERE rolname <> 'rds_iam' AND rolname <> current_user AND pg_has_role(oid, 'MEMBER')",
    );
    equal(rows.length, 1, "a tenant is a member of its level's group and of nothing else");
    return String(rows[0]?.["name"]);
  });
}

/** Rights and policies, as far as catalogs show them. */
async function grants(fighter: Fighter): Promise<unknown> {
  return await withConnection(fighter, async (client) => [
    (await client.query("SELECT oid, relacl::text FROM pg_class ORDER BY oid")).rows,
    (
      await client.query(
        "SELECT attrelid, attnum, attacl::text FROM pg_attribute WHERE attacl IS NOT NULL ORDER BY 1, 2",
      )
    ).rows,
    (await client.query("SELECT oid, proacl::text FROM pg_proc ORDER BY oid")).rows,
    (await client.query("SELECT oid, nspacl::text FROM pg_namespace ORDER BY oid")).rows,
    (await client.query("SELECT oid, datacl::text FROM pg_database ORDER BY oid")).rows,
    (await client.query("SELECT oid, polroles FROM pg_policy ORDER BY oid")).rows,
    (await client.query("SELECT oid, defaclacl::text FROM pg_default_acl ORDER BY oid")).rows,
  ]);
}

/** PostgreSQL only warns that nothing was granted; what counts is that nothing was. */
async function passesNothingOn(attacker: Fighter, victim: Fighter): Promise<void> {
  const before = await grants(attacker);
  const { schema } = attacker.place;
  for (const sql of [
    `GRANT SELECT ON ${schema}.documents TO PUBLIC`,
    `GRANT ALL ON ${schema}.documents TO ${victim.place.role}`,
    `GRANT USAGE ON SCHEMA ${schema} TO PUBLIC`,
    `GRANT ALL ON SCHEMA ${schema} TO ${victim.place.role}`,
    `GRANT EXECUTE ON FUNCTION ${schema}.delete_document(uuid) TO PUBLIC`,
    `GRANT CONNECT ON DATABASE ${attacker.place.database} TO PUBLIC`,
    `REVOKE ALL ON ${schema}.documents FROM shared_tenants`,
  ]) {
    await withConnection(attacker, (client) => client.query(sql).catch(() => undefined));
  }
  deepEqual(await grants(attacker), before);
  // Its twin: rights on a large object are its own to give.
  await withConnection(attacker, (client) =>
    client.query(`GRANT SELECT ON LARGE OBJECT ${attacker.place.largeObject} TO CURRENT_USER`),
  );
}

async function hasNoWayToOthersServers(attacker: Fighter, victim: Fighter): Promise<void> {
  const { host, port, database } = victim.login;
  const isElsewhere = host !== attacker.login.host || port !== attacker.login.port;
  for (const stolen of [
    ...(isElsewhere ? [{ ...attacker.login, host, port, database }] : []),
    { ...attacker.login, host, port, database, user: victim.login.user },
  ]) {
    await rejects(connect(stolen), (error: { code?: string }) => error.code === "28000" || error.code === "28P01");
  }
  await (await connect(attacker.login)).end();
}

async function withConnection<T>({ login }: Fighter, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(login);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Attacks of several connections, and those whose refusal is a warning. */
export const specialAttacks: readonly SpecialAttack[] = [
  {
    title: "opens no database but its own, and may create nothing in it beside its schema",
    levels: all,
    run: opensNoOtherDatabase,
  },
  { title: "opens as many connections as were sold, and not one more", levels: pooled, run: keepsToItsConnections },
  { title: "takes no right away by DROP OWNED BY its group", levels: pooled, run: leavesItsGroupsGrants },
  { title: "passes on no right that it was given", levels: pooled, run: passesNothingOn },
  {
    title: "cannot log in as another with its own token, nor on another's server",
    levels: all,
    run: hasNoWayToOthersServers,
  },
];
