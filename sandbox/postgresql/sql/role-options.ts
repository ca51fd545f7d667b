import { isDeepStrictEqual } from "node:util";
import type { PropertyMap } from "../../provider/provider.ts";
import { identifier, literal } from "./quote.ts";

/** Attributes that are on or off, by input. */
const roleFlags: Readonly<Record<string, string>> = {
  bypassRowLevelSecurity: "BYPASSRLS",
  createDatabase: "CREATEDB",
  createRole: "CREATEROLE",
  inherit: "INHERIT",
  login: "LOGIN",
  replication: "REPLICATION",
  superuser: "SUPERUSER",
};

// PostgreSQL's own attributes of a new role. Naming one of them needs the attribute oneself, even to leave it off.
const ofNewRole: PropertyMap = { inherit: true, connectionLimit: -1, validUntil: "infinity" };

/**
 * Options of CREATE ROLE (where `olds` is empty) or ALTER ROLE for what differs.
 */
export function attributeClauses(olds: PropertyMap, news: PropertyMap): readonly string[] {
  const before = { ...ofNewRole, ...olds };
  const differs = (name: string): boolean => (before[name] ?? false) !== (news[name] ?? false);
  const clauses = Object.entries(roleFlags)
    .filter(([name]) => differs(name))
    .map(([name, word]) => (news[name] === true ? word : `NO${word}`));
  if (differs("connectionLimit")) clauses.push(`CONNECTION LIMIT ${Number(news["connectionLimit"] ?? -1)}`);
  if (differs("validUntil")) clauses.push(`VALID UNTIL ${literal(String(news["validUntil"] ?? "infinity"))}`);
  return [...clauses, ...passwordClauses(before, news)];
}

/** A write-only password is set anew when its version changes, since its value is not compared. */
function passwordClauses(olds: PropertyMap, news: PropertyMap): string[] {
  const password = news["password"] ?? news["passwordWo"];
  const same =
    olds["password"] === news["password"] &&
    olds["passwordWoVersion"] === news["passwordWoVersion"] &&
    olds["passwordWo"] === news["passwordWo"];
  if (same) return [];
  return [password === undefined ? "PASSWORD NULL" : `PASSWORD ${literal(String(password))}`];
}

/** ALTER ROLE … SET and RESET for the settings that differ. */
export function settingStatements(role: string, olds: PropertyMap, news: PropertyMap): readonly string[] {
  return Object.entries(roleSettings).flatMap(([name, { setting, write }]) => {
    if (isDeepStrictEqual(olds[name], news[name])) return [];
    const value = write(news[name]);
    const change = value === undefined ? `RESET ${setting}` : `SET ${setting} TO ${value}`;
    return value === undefined && olds[name] === undefined ? [] : [`ALTER ROLE ${identifier(role)} ${change}`];
  });
}

interface RoleSetting {
  readonly setting: string;
  /** The value in SQL; undefined resets it. */
  write(value: unknown): string | undefined;
  /** The value as an input, from the text in the catalog. */
  read(text: string): unknown;
}

/** Settings of a role in every database, by input. */
export const roleSettings: Readonly<Record<string, RoleSetting>> = {
  assumeRole: { setting: "role", write: textOrReset, read: (text) => text },
  idleInTransactionSessionTimeout: {
    setting: "idle_in_transaction_session_timeout",
    write: numberOrReset,
    read: milliseconds,
  },
  searchPaths: {
    setting: "search_path",
    write: (value) =>
      Array.isArray(value) && value.length > 0
        ? value
            .map(String)
            .map((each) => identifier(each))
            .join(", ")
        : undefined,
    read: (text) =>
      [...text.matchAll(/"((?:[^"]|"")*)"|[^,\s"]+/g)].map(([plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain),
  },
  statementTimeout: { setting: "statement_timeout", write: numberOrReset, read: milliseconds },
};

function textOrReset(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? literal(value) : undefined;
}

function numberOrReset(value: unknown): string | undefined {
  return typeof value === "number" && value > 0 ? String(value) : undefined;
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  "": 1,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** The catalog keeps a duration as it was written, by hand perhaps with a unit. */
function milliseconds(text: string): number {
  const [, amount = "0", unit = ""] = /^(\d+)\s*([a-z]*)$/.exec(text) ?? [];
  return Number(amount) * (unitMilliseconds[unit] ?? 1);
}
