import type { PropertyMap } from "../../provider/provider.ts";
import { identifier, literal } from "./quote.ts";

/** The role that shall own a database; none where it is the connected one. */
export function wantedOwners(inputs: PropertyMap): readonly string[] {
  return typeof inputs["owner"] === "string" && inputs["owner"] !== "" ? [inputs["owner"]] : [];
}

/** CREATE DATABASE. A template or locale `DEFAULT` means the server's. */
export function createDatabaseStatement(inputs: PropertyMap): string {
  const option = (word: string, value: unknown, quote: (text: string) => string): string[] =>
    value === undefined ? [] : [`${word} ${value === "DEFAULT" ? "DEFAULT" : quote(String(value))}`];
  return [
    `CREATE DATABASE ${identifier(String(inputs["name"]))} WITH`,
    ...option("OWNER", wantedOwners(inputs)[0], identifier),
    ...option("TEMPLATE", inputs["template"], identifier),
    ...option("ENCODING", inputs["encoding"], literal),
    ...option("LC_COLLATE", inputs["lcCollate"], literal),
    ...option("LC_CTYPE", inputs["lcCtype"], literal),
    ...option("TABLESPACE", inputs["tablespaceName"], identifier),
    `ALLOW_CONNECTIONS ${inputs["allowConnections"] === true}`,
    `CONNECTION LIMIT ${Number(inputs["connectionLimit"])}`,
    `IS_TEMPLATE ${inputs["isTemplate"] === true}`,
  ].join(" ");
}

/** ALTER DATABASE for what differs, the owner last, since it needs the rights of the old one. */
export function alterDatabaseStatements(olds: PropertyMap, news: PropertyMap): readonly string[] {
  const options: Readonly<Record<string, string>> = {
    tablespaceName: `SET TABLESPACE ${identifier(String(news["tablespaceName"] ?? "pg_default"))}`,
    connectionLimit: `CONNECTION LIMIT ${Number(news["connectionLimit"])}`,
    allowConnections: `ALLOW_CONNECTIONS ${news["allowConnections"] === true}`,
    isTemplate: `IS_TEMPLATE ${news["isTemplate"] === true}`,
    owner: `OWNER TO ${wantedOwners(news).map((owner) => identifier(owner))[0] ?? "CURRENT_USER"}`,
  };
  return Object.entries(options)
    .filter(([input]) => olds[input] !== news[input])
    .map(([, change]) => `ALTER DATABASE ${identifier(String(news["name"]))} ${change}`);
}
