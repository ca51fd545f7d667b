import type { PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner } from "../sql/as-owner.ts";
import { alterDatabaseStatements, createDatabaseStatement, wantedOwners } from "../sql/database-statements.ts";
import { databaseOwners } from "../sql/owners.ts";
import { identifier } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/** A database of a server; without other inputs from `template0`, in UTF8 and the locale C, as Terraform makes it. */
export const database: SqlType = {
  token: "postgresql:index/database:Database",
  named: true,
  schema: {
    allowConnections: { type: "boolean" },
    alterObjectOwnership: { type: "boolean" },
    connectionLimit: { type: "number", minimum: -1 },
    encoding: { type: "text" },
    isTemplate: { type: "boolean" },
    lcCollate: { type: "text" },
    lcCtype: { type: "text" },
    name: { type: "text", required: true },
    owner: { type: "text" },
    tablespaceName: { type: "text" },
    template: { type: "text" },
  },
  defaults: {
    allowConnections: true,
    alterObjectOwnership: false,
    connectionLimit: -1,
    encoding: "UTF8",
    isTemplate: false,
    lcCollate: "C",
    lcCtype: "C",
    template: "template0",
  },
  replaces: ["encoding", "lcCollate", "lcCtype", "name", "template"],
  id: (inputs) => String(inputs["name"]),
  parseId: (id) => ({ name: id }),
  create: (access, inputs) =>
    access.changeOutsideTransaction(access.settings.database, (session) =>
      asOwner(session, wantedOwners(inputs), () => session.execute(createDatabaseStatement(inputs))),
    ),
  update: updateDatabase,
  live: (access, inputs) => access.look(access.settings.database, (session) => liveDatabase(session, inputs)),
  drop: dropDatabase,
};

async function updateDatabase(access: PostgresAccess, olds: PropertyMap, news: PropertyMap): Promise<void> {
  const name = String(news["name"]);
  const [oldOwner] = await access.look(access.settings.database, (session) => databaseOwners(session, name));
  await access.changeOutsideTransaction(access.settings.database, (session) =>
    asOwner(session, [...(oldOwner === undefined ? [] : [oldOwner]), ...wantedOwners(news)], async () => {
      for (const statement of alterDatabaseStatements(olds, news)) await session.execute(statement);
    }),
  );
  const [newOwner] = wantedOwners(news);
  if (news["alterObjectOwnership"] !== true || !oldOwner || !newOwner || oldOwner === newOwner) return;
  await access.change(name, (session) =>
    asOwner(session, [oldOwner, newOwner], () =>
      session.execute(`REASSIGN OWNED BY ${identifier(oldOwner)} TO ${identifier(newOwner)}`),
    ),
  );
}

interface DatabaseRow {
  readonly owner: string;
  readonly ownedByMe: boolean;
  readonly tablespaceName: string;
}

/** Owner and tablespace are compared only where they were asked for, or where the owner is another than would be. */
async function liveDatabase(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const [row] = await session.query<DatabaseRow>(
    `SELECT pg_get_userbyid(datdba) AS owner, pg_get_userbyid(datdba) = CURRENT_USER AS "ownedByMe",
       datallowconn AS "allowConnections", datconnlimit AS "connectionLimit", datistemplate AS "isTemplate",
       pg_encoding_to_char(encoding) AS encoding, datcollate AS "lcCollate", datctype AS "lcCtype",
       (SELECT spcname FROM pg_catalog.pg_tablespace t WHERE t.oid = dattablespace) AS "tablespaceName"
     FROM pg_catalog.pg_database WHERE datname = $1`,
    [inputs["name"]],
  );
  if (!row) return undefined;
  const { owner, ownedByMe, tablespaceName, ...rest } = row;
  const locale = ["encoding", "lcCollate", "lcCtype"].filter((name) => inputs[name] === "DEFAULT");
  return {
    ...rest,
    ...Object.fromEntries(locale.map((name) => [name, "DEFAULT"])),
    ...(inputs["owner"] === undefined && ownedByMe ? {} : { owner }),
    ...(inputs["tablespaceName"] === undefined ? {} : { tablespaceName }),
  };
}

/** Ends the sessions in the database and drops it; no session starts meanwhile. */
async function dropDatabase(access: PostgresAccess, inputs: PropertyMap): Promise<void> {
  const name = String(inputs["name"]);
  await access.changeOutsideTransaction(access.settings.database, async (session) => {
    const owners = await databaseOwners(session, name);
    await asOwner(session, owners, async () => {
      // The server does not drop a template.
      await session.execute(`ALTER DATABASE ${identifier(name)} WITH ALLOW_CONNECTIONS false IS_TEMPLATE false`);
      await session.execute(`DROP DATABASE ${identifier(name)} WITH (FORCE)`);
    });
  });
}
