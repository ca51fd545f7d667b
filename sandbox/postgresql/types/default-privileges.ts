import type { CheckFailure, PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner, serverVersion } from "../sql/as-owner.ts";
import { texts } from "../sql/grant-target.ts";
import { expandPrivileges, privilegesOf, refusePrivileges } from "../sql/privileges.ts";
import { grantee, identifier, isPublic } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

interface DefaultKind {
  /** As ALTER DEFAULT PRIVILEGES names it. */
  readonly plural: string;
  /** pg_default_acl.defaclobjtype. */
  readonly code: string;
  /** For `acldefault`, which has another code for sequences. */
  readonly defaultCode: string;
  readonly privileges: readonly string[];
}

const kinds: Readonly<Record<string, DefaultKind>> = {
  function: { plural: "FUNCTIONS", code: "f", defaultCode: "f", privileges: privilegesOf.function },
  routine: { plural: "ROUTINES", code: "f", defaultCode: "f", privileges: privilegesOf.routine },
  schema: { plural: "SCHEMAS", code: "n", defaultCode: "n", privileges: privilegesOf.schema },
  sequence: { plural: "SEQUENCES", code: "S", defaultCode: "s", privileges: privilegesOf.sequence },
  table: { plural: "TABLES", code: "r", defaultCode: "r", privileges: privilegesOf.table },
  type: { plural: "TYPES", code: "T", defaultCode: "T", privileges: ["USAGE"] },
};

/** Rights that objects get when `owner` creates them, in a schema or (without one) anywhere in the database. */
export const defaultPrivileges: SqlType = {
  token: "postgresql:index/defaultPrivileges:DefaultPrivileges",
  schema: {
    database: { type: "text", required: true },
    objectType: { type: "text", required: true, oneOf: Object.keys(kinds) },
    owner: { type: "text", required: true },
    privileges: { type: "list", required: true },
    role: { type: "text", required: true },
    schema: { type: "text" },
    withGrantOption: { type: "boolean" },
  },
  defaults: { withGrantOption: false },
  sets: ["privileges"],
  replaces: ["database", "objectType", "owner", "role", "schema", "withGrantOption"],
  refuse: refuseDefault,
  id: (inputs) =>
    ["role", "database", "schema", "owner", "objectType"]
      .map((name) => String(inputs[name] ?? (name === "schema" ? "noschema" : "")))
      .join("_"),
  create: setDefaults,
  update: (access, _olds, news) => setDefaults(access, news),
  live: (access, inputs) => access.look(String(inputs["database"]), (session) => liveDefaults(session, inputs)),
  drop: (access, inputs) => setDefaults(access, { ...inputs, privileges: [] }),
};

/** The name under which older versions of the npm package offered the same. */
export const defaultPrivileg: SqlType = {
  ...defaultPrivileges,
  token: "postgresql:index/defaultPrivileg:DefaultPrivileg",
};

function kindOf(inputs: PropertyMap): DefaultKind | undefined {
  return kinds[String(inputs["objectType"])];
}

function refuseDefault(inputs: PropertyMap): readonly CheckFailure[] {
  const kind = typeof inputs["objectType"] === "string" ? kindOf(inputs) : undefined;
  if (!kind) return [];
  const reason = refusePrivileges(inputs["privileges"], kind.privileges);
  const failures = reason === undefined ? [] : [{ property: "privileges", reason }];
  if (kind.plural !== "SCHEMAS" || inputs["schema"] === undefined) return failures;
  return [...failures, { property: "schema", reason: "schema must be left out where objectType is schema." }];
}

async function setDefaults(access: PostgresAccess, inputs: PropertyMap): Promise<void> {
  const kind = kindOf(inputs);
  if (!kind) return;
  const owner = String(inputs["owner"]);
  const role = grantee(String(inputs["role"]));
  const scope = inputs["schema"] === undefined ? "" : `IN SCHEMA ${identifier(String(inputs["schema"]))} `;
  const prefix = `ALTER DEFAULT PRIVILEGES FOR ROLE ${identifier(owner)} ${scope}`;
  await access.change(String(inputs["database"]), async (session) => {
    const rights = await wantedRights(session, inputs, kind);
    await asOwner(session, [owner], async () => {
      await session.execute(`${prefix}REVOKE ALL ON ${kind.plural} FROM ${role}`);
      if (rights.length === 0) return;
      const option = inputs["withGrantOption"] === true ? " WITH GRANT OPTION" : "";
      await session.execute(`${prefix}GRANT ${rights.join(", ")} ON ${kind.plural} TO ${role}${option}`);
    });
  });
}

async function wantedRights(session: Session, inputs: PropertyMap, kind: DefaultKind): Promise<readonly string[]> {
  return expandPrivileges(texts(inputs["privileges"]), kind.privileges, await serverVersion(session));
}

/** Without an entry in the catalog the server's own defaults apply, and within one schema none. */
async function liveDefaults(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const kind = kindOf(inputs);
  const role = String(inputs["role"]);
  if (!kind) return undefined;
  const [row] = await session.query<{ present: boolean; rights: string[]; grantable: string[] }>(
    `WITH owner AS (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = $1),
       grantee AS (SELECT CASE WHEN $2 THEN 0::oid ELSE (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = $3) END AS oid),
       namespace AS (SELECT CASE WHEN $4::text IS NULL THEN 0::oid ELSE to_regnamespace(quote_ident($4))::oid END AS oid),
       entries AS (SELECT a.* FROM owner, namespace, aclexplode(coalesce(
         (SELECT defaclacl FROM pg_catalog.pg_default_acl
          WHERE defaclrole = owner.oid AND defaclnamespace = namespace.oid AND defaclobjtype = $5::"char"),
         CASE WHEN $4::text IS NULL THEN acldefault($6::"char", owner.oid) END)) AS a, grantee WHERE a.grantee = grantee.oid)
     SELECT (SELECT oid FROM owner) IS NOT NULL AND (SELECT oid FROM grantee) IS NOT NULL AND (SELECT oid FROM namespace) IS NOT NULL AS present,
       ARRAY(SELECT DISTINCT privilege_type FROM entries ORDER BY 1) AS rights,
       ARRAY(SELECT DISTINCT privilege_type FROM entries WHERE is_grantable ORDER BY 1) AS grantable`,
    [inputs["owner"], isPublic(role), role, inputs["schema"] ?? null, kind.code, kind.defaultCode],
  );
  if (!row?.present) return undefined;
  const wanted = await wantedRights(session, inputs, kind);
  if (row.rights.join() === wanted.join()) {
    const option = wanted.length === 0 ? {} : { withGrantOption: row.grantable.join() === wanted.join() };
    return { privileges: inputs["privileges"], ...option };
  }
  return row.rights.length > 0 || wanted.length === 0 ? { privileges: row.rights } : undefined;
}
