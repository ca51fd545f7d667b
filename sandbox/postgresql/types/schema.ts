import type { PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner } from "../sql/as-owner.ts";
import { databaseOwners, schemaOwners } from "../sql/owners.ts";
import { identifier } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/** A schema of a database; `database` is the provider's where it is missing. */
export const schema: SqlType = {
  token: "postgresql:index/schema:Schema",
  named: true,
  schema: {
    database: { type: "text" },
    dropCascade: { type: "boolean" },
    ifNotExists: { type: "boolean" },
    name: { type: "text", required: true },
    owner: { type: "text" },
    policies: { type: "list" },
  },
  defaults: { dropCascade: false, ifNotExists: true },
  replaces: ["database", "name"],
  id: (inputs) => [inputs["database"], inputs["name"]].filter((part) => part !== undefined).join("."),
  parseId: (id) => {
    const dot = id.indexOf(".");
    return dot < 0 ? { name: id } : { database: id.slice(0, dot), name: id.slice(dot + 1) };
  },
  refuse: (inputs) =>
    inputs["policies"] === undefined
      ? []
      : [
          {
            property: "policies",
            reason: "policies is deprecated and not in the sandbox; grant with postgresql.Grant, objectType schema.",
          },
        ],
  create: (access, inputs) =>
    access.change(databaseOf(access, inputs), async (session) => {
      const name = String(inputs["name"]);
      const owners = [...(await databaseOwners(session, session.database)), ...ownerOf(inputs)];
      const condition = inputs["ifNotExists"] === true ? "IF NOT EXISTS " : "";
      const owner = ownerOf(inputs).map((each) => identifier(each))[0] ?? "CURRENT_USER";
      await asOwner(session, [...owners, ...(await schemaOwners(session, name))], async () => {
        await session.execute(`CREATE SCHEMA ${condition}${identifier(name)} AUTHORIZATION ${owner}`);
        if (inputs["owner"] !== undefined) await session.execute(`ALTER SCHEMA ${identifier(name)} OWNER TO ${owner}`);
      });
    }),
  update: (access, olds, news) =>
    access.change(databaseOf(access, news), async (session) => {
      if (olds["owner"] === news["owner"]) return;
      const name = String(news["name"]);
      const owners = [...(await databaseOwners(session, session.database)), ...(await schemaOwners(session, name))];
      const owner = ownerOf(news).map((each) => identifier(each))[0] ?? "CURRENT_USER";
      await asOwner(session, [...owners, ...ownerOf(news)], () =>
        session.execute(`ALTER SCHEMA ${identifier(name)} OWNER TO ${owner}`),
      );
    }),
  live: (access, inputs) => access.look(databaseOf(access, inputs), (session) => liveSchema(session, inputs)),
  drop: (access, inputs) =>
    access.change(databaseOf(access, inputs), async (session) => {
      const name = String(inputs["name"]);
      const owners = [...(await databaseOwners(session, session.database)), ...(await schemaOwners(session, name))];
      await asOwner(session, owners, () =>
        session.execute(`DROP SCHEMA ${identifier(name)} ${inputs["dropCascade"] === true ? "CASCADE" : "RESTRICT"}`),
      );
    }),
};

function databaseOf(access: PostgresAccess, inputs: PropertyMap): string {
  return typeof inputs["database"] === "string" ? inputs["database"] : access.settings.database;
}

function ownerOf(inputs: PropertyMap): readonly string[] {
  return typeof inputs["owner"] === "string" && inputs["owner"] !== "" ? [inputs["owner"]] : [];
}

async function liveSchema(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const [owner] = await schemaOwners(session, String(inputs["name"]));
  if (owner === undefined) return undefined;
  return inputs["owner"] === undefined ? {} : { owner };
}
