import type { CheckFailure, PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner, serverVersion } from "../sql/as-owner.ts";
import { grantedRights } from "../sql/grant-state.ts";
import { grantors, grantRights, grantTarget, texts } from "../sql/grant-target.ts";
import { expandPrivileges, isObjectType, privilegesOf, refusePrivileges } from "../sql/privileges.ts";
import { grantee } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/**
 * Exactly the rights of a role on objects: what it had beside them is revoked, and an empty list revokes all.
 * The role `public` is every role.
 */
export const grant: SqlType = {
  token: "postgresql:index/grant:Grant",
  schema: {
    columns: { type: "list" },
    database: { type: "text", required: true },
    objectType: { type: "text", required: true, oneOf: Object.keys(privilegesOf) },
    objects: { type: "list" },
    privileges: { type: "list", required: true },
    role: { type: "text", required: true },
    schema: { type: "text" },
    withGrantOption: { type: "boolean" },
  },
  defaults: { withGrantOption: false },
  sets: ["columns", "objects", "privileges"],
  replaces: ["columns", "database", "objectType", "objects", "role", "schema", "withGrantOption"],
  refuse: refuseGrant,
  id: (inputs) =>
    [
      inputs["role"],
      inputs["database"],
      ...(inputs["objectType"] === "database" ? [] : [inputs["schema"]]),
      inputs["objectType"],
      ...texts(inputs["objects"]),
      ...texts(inputs["columns"]),
    ]
      .filter((part) => part !== undefined)
      .join("_"),
  create: setRights,
  update: (access, _olds, news) => setRights(access, news),
  live: (access, inputs) => access.look(databaseOf(inputs), (session) => liveGrant(session, inputs)),
  drop: (access, inputs) => setRights(access, { ...inputs, privileges: [] }),
};

function databaseOf(inputs: PropertyMap): string {
  return String(inputs["database"]);
}

/** Which inputs a kind of object needs; unknown values count as given. */
function refuseGrant(inputs: PropertyMap): readonly CheckFailure[] {
  const type = inputs["objectType"];
  if (!isObjectType(type)) return [];
  const failures: CheckFailure[] = [];
  const privileges = refusePrivileges(inputs["privileges"], privilegesOf[type]);
  if (privileges !== undefined) failures.push({ property: "privileges", reason: privileges });
  const need = (property: string, kinds: readonly string[]): void => {
    const value = inputs[property];
    const missing = value === undefined || (Array.isArray(value) && value.length === 0);
    if (missing && kinds.includes(type))
      failures.push({ property, reason: `${property} is required where objectType is ${type}.` });
  };
  need("schema", ["column", "function", "procedure", "routine", "schema", "sequence", "table"]);
  need("objects", ["column", "foreign_data_wrapper", "foreign_server"]);
  need("columns", ["column"]);
  return failures;
}

async function setRights(access: PostgresAccess, inputs: PropertyMap): Promise<void> {
  await access.change(databaseOf(inputs), async (session) => {
    const target = grantTarget(inputs);
    const to = grantee(String(inputs["role"]));
    const rights = await wantedRights(session, inputs);
    await asOwner(session, await grantors(session, inputs), async () => {
      await session.execute(`REVOKE ${grantRights(inputs, ["ALL PRIVILEGES"])} ON ${target} FROM ${to}`);
      if (rights.length === 0) return;
      const option = inputs["withGrantOption"] === true ? " WITH GRANT OPTION" : "";
      await session.execute(`GRANT ${grantRights(inputs, rights)} ON ${target} TO ${to}${option}`);
    });
  });
}

async function wantedRights(session: Session, inputs: PropertyMap): Promise<readonly string[]> {
  const type = inputs["objectType"];
  const all = isObjectType(type) ? privilegesOf[type] : [];
  return expandPrivileges(texts(inputs["privileges"]), all, await serverVersion(session));
}

/**
 * The rights as recorded where every object has them; else those of the first object that differs. No rights at all
 * where some were granted: the grant is gone.
 */
async function liveGrant(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const objects = await grantedRights(session, inputs);
  if (!objects) return undefined;
  const wanted = await wantedRights(session, inputs);
  const differing = objects.find(({ rights }) => rights.join() !== wanted.join());
  if (!differing) return { privileges: inputs["privileges"], ...grantOption(inputs, objects) };
  const anyLeft = objects.some(({ rights }) => rights.length > 0);
  return anyLeft || wanted.length === 0 ? { privileges: differing.rights } : undefined;
}

function grantOption(
  inputs: PropertyMap,
  objects: readonly { readonly rights: readonly string[]; readonly grantable: readonly string[] }[],
): PropertyMap {
  if (texts(inputs["privileges"]).length === 0 || objects.length === 0) return {};
  // An owner holds its own rights with the option to grant them.
  return { withGrantOption: objects.every(({ rights, grantable }) => rights.join() === grantable.join()) };
}
