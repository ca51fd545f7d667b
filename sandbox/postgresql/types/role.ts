import type { PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner } from "../sql/as-owner.ts";
import { identifier } from "../sql/quote.ts";
import { attributeClauses, settingStatements } from "../sql/role-options.ts";
import { liveRole } from "../sql/role-state.ts";
import type { SqlType } from "../sql-type.ts";

/** A role of a server: `CREATE ROLE`, its settings, and the roles that it is a member of. */
export const role: SqlType = {
  token: "postgresql:index/role:Role",
  named: true,
  schema: {
    assumeRole: { type: "text" },
    bypassRowLevelSecurity: { type: "boolean" },
    connectionLimit: { type: "number", minimum: -1 },
    createDatabase: { type: "boolean" },
    createRole: { type: "boolean" },
    encrypted: { type: "text" },
    encryptedPassword: { type: "boolean" },
    idleInTransactionSessionTimeout: { type: "number", minimum: 0 },
    inherit: { type: "boolean" },
    login: { type: "boolean" },
    name: { type: "text", required: true },
    password: { type: "text" },
    passwordWo: { type: "text" },
    passwordWoVersion: { type: "text" },
    replication: { type: "boolean" },
    roles: { type: "list" },
    searchPaths: { type: "list" },
    skipDropRole: { type: "boolean" },
    skipReassignOwned: { type: "boolean" },
    statementTimeout: { type: "number", minimum: 0 },
    superuser: { type: "boolean" },
    validUntil: { type: "text" },
  },
  defaults: {
    bypassRowLevelSecurity: false,
    connectionLimit: -1,
    createDatabase: false,
    createRole: false,
    encryptedPassword: true,
    inherit: true,
    login: false,
    replication: false,
    skipDropRole: false,
    skipReassignOwned: false,
    superuser: false,
    validUntil: "infinity",
  },
  sets: ["roles"],
  replaces: ["name"],
  secretOutputs: ["password", "passwordWo"],
  id: (inputs) => String(inputs["name"]),
  parseId: (id) => ({ name: id }),
  create: (access, inputs) =>
    access.change(access.settings.database, async (session) => {
      const name = identifier(String(inputs["name"]));
      await session.execute(`CREATE ROLE ${name} ${attributeClauses({}, inputs).join(" ")}`);
      await applySettings(session, {}, inputs);
      await joinRoles(session, [], namesOf(inputs["roles"]), name);
    }),
  update: (access, olds, news) =>
    access.change(access.settings.database, async (session) => {
      const name = identifier(String(news["name"]));
      const clauses = attributeClauses(olds, news);
      if (clauses.length > 0) await session.execute(`ALTER ROLE ${name} ${clauses.join(" ")}`);
      await applySettings(session, olds, news);
      await joinRoles(session, namesOf(olds["roles"]), namesOf(news["roles"]), name);
    }),
  live: (access, inputs) => access.look(access.settings.database, (session) => liveRole(session, inputs)),
  drop: dropRole,
};

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

async function applySettings(session: Session, olds: PropertyMap, news: PropertyMap): Promise<void> {
  for (const statement of settingStatements(String(news["name"]), olds, news)) await session.execute(statement);
}

async function joinRoles(
  session: Session,
  olds: readonly string[],
  news: readonly string[],
  member: string,
): Promise<void> {
  for (const group of olds.filter((each) => !news.includes(each))) {
    const [row] = await session.query("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1", [group]);
    if (row) await session.execute(`REVOKE ${identifier(group)} FROM ${member}`);
  }
  for (const group of news.filter((each) => !olds.includes(each))) {
    await session.execute(`GRANT ${identifier(group)} TO ${member}`);
  }
}

/** Gives what the role owns in the provider's database to the connected role, takes its rights there, and drops it. */
async function dropRole(access: PostgresAccess, inputs: PropertyMap): Promise<void> {
  const name = String(inputs["name"]);
  await access.change(access.settings.database, async (session) => {
    if (inputs["skipReassignOwned"] !== true) {
      await asOwner(session, [name], async () => {
        await session.execute(`REASSIGN OWNED BY ${identifier(name)} TO CURRENT_USER`);
        await session.execute(`DROP OWNED BY ${identifier(name)}`);
      });
    }
    if (inputs["skipDropRole"] !== true) await session.execute(`DROP ROLE ${identifier(name)}`);
  });
}
