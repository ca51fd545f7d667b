import type { Breach } from "./specs/rule.ts";

/**
 * The longest form that S3, PostgreSQL, Kubernetes and DNS all accept without change, with room for prefixes.
 * Sources: S3 bucket naming rules; RFC 1123 labels; PostgreSQL identifiers.
 */
export const tenantIdPattern = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;

/** Short enough for `cell-<id>-platform` and the names made from it. */
export const cellIdPattern = /^[a-z][a-z0-9-]{0,28}[a-z0-9]$/;

/** Random, so that a name made from it is never made twice; `tenantry new` writes it. */
export const uidPattern = /^[a-z][a-z0-9]{7}$/;

const reservedWords = new Set([
  ...["postgres", "template0", "template1", "public", "information-schema", "rdsadmin", "rds-iam", "rds-superuser"],
  ...[
    "default",
    "kubernetes",
    "system",
    "admin",
    "administrator",
    "root",
    "operator",
    "operators",
    "platform",
    "shared",
  ],
  ...["control-plane", "application-plane", "cell", "fleet", "tenant", "tenants", "tier", "sandbox", "tenantry", "all"],
  ...[
    "www",
    "api",
    "app",
    "mail",
    "ftp",
    "localhost",
    "status",
    "console",
    "login",
    "internal",
    "null",
    "true",
    "false",
  ],
]);

/** Beginnings that a service, or the platform itself, keeps for its own. */
const reservedBeginnings = ["pg-", "kube-", "aws", "amzn", "xn-", "sthree-", "cell-", "rds-", "eks-"];
/** Endings that S3 keeps for aliases and directory buckets. */
const reservedEndings = ["-s3alias", "-ol-s3", "-x-s3", "-table-s3"];

/** Why a word cannot name a tenant; undefined where it can, as far as its form is right. */
export function reservedIdBreach(id: string): Breach | undefined {
  const beginning = reservedBeginnings.find((word) => id.startsWith(word));
  const ending = reservedEndings.find((word) => id.endsWith(word));
  const isReserved = reservedWords.has(id) || beginning !== undefined || ending !== undefined;
  if (!isReserved) {
    return undefined;
  }
  const why = beginning ? `ids that begin with ${beginning}` : ending ? `ids that end with ${ending}` : "this word";
  return {
    code: "ID_RESERVED",
    message: `${why} are kept for the platform or a service below it`.replace("this word are", "this word is"),
    allowed: "any other id",
    suggestion: "choose another id, e.g. the customer's short name",
  };
}

/** Two hyphens in a row mean an encoded name to DNS (RFC 5891) and end a name's part in this system. */
export function doubleHyphenBreach(id: string): Breach | undefined {
  return id.includes("--")
    ? {
        code: "ID_FORM",
        message: "two hyphens in a row are kept for encoded host names",
        allowed: "single hyphens",
        suggestion: "write one hyphen",
      }
    : undefined;
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["full-width", /[\uff01-\uff5e]/u],
];

/** A letter outside ASCII, which may look like one inside; says which, since a reader cannot see the difference. */
export function foreignLetterBreach(id: string): Breach | undefined {
  const letter = [...id].find((character) => character > "\u007e");
  if (letter === undefined) {
    return undefined;
  }
  const script = scripts.find(([, pattern]) => pattern.test(letter))?.[0];
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "ID_LETTER_FOREIGN",
    message: "holds a letter that can be taken for another",
    found: `${id}, with ${letter} ${code}${script === undefined ? "" : ` (${script})`}`,
    allowed: "a-z, 0-9 and -",
    suggestion: "type the id anew on a Latin keyboard",
  };
}

const escaped = (words: Iterable<string>): string => [...words].join("|");

/** What `reservedIdBreach` and `doubleHyphenBreach` refuse, as a pattern for editors. */
export const refusedIdPattern = `--|^(${escaped(reservedBeginnings)})|(${escaped(reservedEndings)})$|^(${escaped(reservedWords)})$`;
