import type { Session } from "../connection/session.ts";
import { identifier } from "./quote.ts";

/**
 * Runs `work` with the rights of other roles: the connected role, which is no superuser, becomes a member of each and
 * leaves it afterwards. Since PostgreSQL 16 the creator of a role administers it, but does not act as it.
 * In a transaction nobody else ever sees the membership. Roles that it acts as anyway, or may not join, stay as they are.
 */
export async function asOwner<T>(session: Session, owners: readonly string[], work: () => Promise<T>): Promise<T> {
  const joined: string[] = [];
  try {
    for (const owner of new Set(owners)) {
      if (!(await shouldJoin(session, owner))) continue;
      await session.execute(`GRANT ${identifier(owner)} TO CURRENT_USER ${await grantOptions(session)}`);
      joined.push(owner);
    }
    const result = await work();
    await leave(session, joined.splice(0));
    return result;
  } catch (error) {
    // In a transaction that failed, this does nothing: its end undoes the memberships.
    await leave(session, joined).catch(() => undefined);
    throw error;
  }
}

async function leave(session: Session, owners: readonly string[]): Promise<void> {
  for (const owner of owners) {
    // The work itself may have dropped the role.
    if (await exists(session, owner)) await session.execute(`REVOKE ${identifier(owner)} FROM CURRENT_USER`);
  }
}

async function exists(session: Session, role: string): Promise<boolean> {
  return (await session.query("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1", [role])).length > 0;
}

/** False where it acts as the role anyway, or may not join it: then the statement's own refusal says what is missing. */
async function shouldJoin(session: Session, owner: string): Promise<boolean> {
  const since16 = await isVersion16(session);
  const acts = since16 ? "pg_has_role(oid, 'USAGE') AND pg_has_role(oid, 'SET')" : "pg_has_role(oid, 'USAGE')";
  const mayJoin = since16 ? "pg_has_role(oid, 'MEMBER WITH ADMIN OPTION') AND NOT rolsuper" : "NOT rolsuper";
  const [row] = await session.query<{ joins: boolean }>(
    `SELECT NOT (${acts}) AND ${mayJoin} AS joins FROM pg_catalog.pg_roles WHERE rolname = $1`,
    [owner],
  );
  return row?.joins ?? false;
}

async function grantOptions(session: Session): Promise<string> {
  return (await isVersion16(session)) ? "WITH INHERIT TRUE, SET TRUE" : "";
}

async function isVersion16(session: Session): Promise<boolean> {
  return (await serverVersion(session)) >= 160_000;
}

/** Version of the server as a number, e.g. 180004 for 18.4. */
export async function serverVersion(session: Session): Promise<number> {
  const [row] = await session.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  return row?.version ?? 0;
}
