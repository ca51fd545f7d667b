import type { PropertyMap } from "../../provider/provider.ts";
import { isMap } from "../../provider/structural-diff.ts";
import type { PostgresAccess } from "../connection/access.ts";
import type { Session } from "../connection/session.ts";
import { asOwner } from "../sql/as-owner.ts";
import { schemaOwners } from "../sql/owners.ts";
import { identifier } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/** A function in a schema (`public` where it is missing). */
export const postgresFunction: SqlType = {
  token: "postgresql:index/function:Function",
  schema: {
    args: { type: "list" },
    body: { type: "text", required: true },
    database: { type: "text" },
    dropCascade: { type: "boolean" },
    language: { type: "text" },
    name: { type: "text", required: true },
    parallel: { type: "text", oneOf: ["UNSAFE", "RESTRICTED", "SAFE"] },
    returns: { type: "text" },
    schema: { type: "text" },
    securityDefiner: { type: "boolean" },
    strict: { type: "boolean" },
    volatility: { type: "text", oneOf: ["VOLATILE", "STABLE", "IMMUTABLE"] },
  },
  defaults: {
    dropCascade: false,
    language: "plpgsql",
    parallel: "UNSAFE",
    schema: "public",
    securityDefiner: false,
    strict: false,
    volatility: "VOLATILE",
  },
  replaces: ["args", "database", "name", "returns", "schema"],
  id: (inputs) =>
    [inputs["database"], inputs["schema"] ?? "public", `${String(inputs["name"])}(${argumentTypes(inputs).join(", ")})`]
      .filter((part) => part !== undefined)
      .join("."),
  create: defineFunction,
  update: (access, _olds, news) => defineFunction(access, news),
  live: (access, inputs) => access.look(databaseOf(access, inputs), (session) => liveFunction(session, inputs)),
  drop: (access, inputs) =>
    access.change(databaseOf(access, inputs), async (session) =>
      asOwner(session, await schemaOwners(session, String(inputs["schema"])), () =>
        session.execute(
          `DROP FUNCTION ${signature(inputs)} ${inputs["dropCascade"] === true ? "CASCADE" : "RESTRICT"}`,
        ),
      ),
    ),
};

function databaseOf(access: PostgresAccess, inputs: PropertyMap): string {
  return typeof inputs["database"] === "string" ? inputs["database"] : access.settings.database;
}

function argumentsOf(inputs: PropertyMap): readonly PropertyMap[] {
  return Array.isArray(inputs["args"]) ? inputs["args"].filter(isMap) : [];
}

/** Types of the arguments that tell functions of one name apart. */
function argumentTypes(inputs: PropertyMap): readonly string[] {
  return argumentsOf(inputs)
    .filter((argument) => String(argument["mode"] ?? "IN").toUpperCase() !== "OUT")
    .map((argument) => String(argument["type"]));
}

function signature(inputs: PropertyMap): string {
  return `${identifier(String(inputs["schema"]), String(inputs["name"]))}(${argumentTypes(inputs).join(", ")})`;
}

function argumentText(argument: PropertyMap): string {
  const name = typeof argument["name"] === "string" ? [identifier(argument["name"])] : [];
  const otherwise = argument["default"] === undefined ? [] : [`DEFAULT ${String(argument["default"])}`];
  return [String(argument["mode"] ?? "IN"), ...name, String(argument["type"]), ...otherwise].join(" ");
}

/** The body itself; the quotes that one may write around it are taken off. */
function bodyOf(inputs: PropertyMap): string {
  const body = String(inputs["body"]);
  return /^\s*AS\s+\$(\w*)\$([\s\S]*)\$\1\$\s*;?\s*$/i.exec(body)?.[2] ?? body;
}

async function defineFunction(access: PostgresAccess, inputs: PropertyMap): Promise<void> {
  const returns = typeof inputs["returns"] === "string" ? `RETURNS ${inputs["returns"]}` : "";
  const body = bodyOf(inputs);
  let tag = "$body$";
  while (body.includes(tag)) tag = `$b${tag.slice(1)}`;
  const statement = [
    `CREATE OR REPLACE FUNCTION ${identifier(String(inputs["schema"]), String(inputs["name"]))}`,
    `(${argumentsOf(inputs).map(argumentText).join(", ")}) ${returns}`,
    `LANGUAGE ${identifier(String(inputs["language"]))} ${String(inputs["volatility"])}`,
    inputs["strict"] === true ? "STRICT" : "CALLED ON NULL INPUT",
    inputs["securityDefiner"] === true ? "SECURITY DEFINER" : "SECURITY INVOKER",
    `PARALLEL ${String(inputs["parallel"])} AS ${tag}${body}${tag}`,
  ].join(" ");
  await access.change(databaseOf(access, inputs), async (session) =>
    asOwner(session, await schemaOwners(session, String(inputs["schema"])), () => session.execute(statement)),
  );
}

const volatilities: Readonly<Record<string, string>> = { i: "IMMUTABLE", s: "STABLE", v: "VOLATILE" };
const parallels: Readonly<Record<string, string>> = { r: "RESTRICTED", s: "SAFE", u: "UNSAFE" };

interface FunctionRow {
  readonly body: string;
  readonly language: string;
  readonly volatility: string;
  readonly parallel: string;
  readonly strict: boolean;
  readonly securityDefiner: boolean;
}

async function liveFunction(session: Session, inputs: PropertyMap): Promise<PropertyMap | undefined> {
  const [row] = await session.query<FunctionRow>(
    `SELECT prosrc AS body, lanname AS language, provolatile AS volatility, proparallel AS parallel,
       proisstrict AS strict, prosecdef AS "securityDefiner"
     FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang WHERE p.oid = to_regprocedure($1)`,
    [signature(inputs)],
  );
  if (!row) return undefined;
  return {
    ...row,
    body: row.body === bodyOf(inputs) ? inputs["body"] : row.body,
    volatility: volatilities[row.volatility],
    parallel: parallels[row.parallel],
  };
}
