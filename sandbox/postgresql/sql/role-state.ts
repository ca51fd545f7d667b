import type { PropertyMap } from "../../provider/provider.ts";
import type { Session } from "../connection/session.ts";
import { roleSettings } from "./role-options.ts";

interface RoleRow {
  readonly superuser: boolean;
  readonly inherit: boolean;
  readonly createRole: boolean;
  readonly createDatabase: boolean;
  readonly login: boolean;
  readonly replication: boolean;
  readonly bypassRowLevelSecurity: boolean;
  readonly connectionLimit: number;
  readonly validUntil: string | null;
  readonly settings: readonly string[];
  readonly roles: readonly string[];
}

/**
 * Inputs of a role as the catalog has them; undefined where there is none. `roles` only where they are managed here:
 * memberships may be resources of their own. Passwords are not readable without a superuser's rights.
 */
export async function liveRole(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const [row] = await session.query<RoleRow>(
    `SELECT rolsuper AS superuser, rolinherit AS inherit, rolcreaterole AS "createRole", rolcreatedb AS "createDatabase",
       rolcanlogin AS login, rolreplication AS replication, rolbypassrls AS "bypassRowLevelSecurity",
       rolconnlimit AS "connectionLimit", coalesce(rolconfig, '{}') AS settings,
       CASE WHEN rolvaliduntil < 'infinity' THEN to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END
         AS "validUntil",
       ARRAY(SELECT DISTINCT g.rolname::text FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles g ON g.oid = m.roleid
         WHERE m.member = r.oid ORDER BY 1) AS roles
     FROM pg_catalog.pg_roles r WHERE rolname = $1`,
    [inputs["name"]],
  );
  if (!row) return undefined;
  const { settings, validUntil, roles, ...attributes } = row;
  return {
    name: inputs["name"],
    ...attributes,
    validUntil: sameMoment(inputs["validUntil"], validUntil ?? "infinity"),
    ...liveSettings(settings, inputs),
    ...(Array.isArray(inputs["roles"]) ? { roles } : {}),
  };
}

/** The recorded way to write a moment, where it is the live one. */
function sameMoment(recorded: unknown, live: string): unknown {
  return typeof recorded === "string" && Date.parse(recorded) === Date.parse(live) ? recorded : live;
}

/** Settings by input. One that is unset reads as recorded where that means unset too. */
function liveSettings(settings: readonly string[], inputs: PropertyMap): PropertyMap {
  const texts = new Map(
    settings.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
  return Object.fromEntries(
    Object.entries(roleSettings).map(([name, { setting, read, write }]) => {
      const text = texts.get(setting);
      if (text !== undefined) return [name, read(text)];
      return [name, write(inputs[name]) === undefined ? inputs[name] : undefined];
    }),
  );
}
