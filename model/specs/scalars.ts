import { z } from "zod";
import {
  cellIdPattern,
  doubleHyphenBreach,
  foreignLetterBreach,
  refusedIdPattern,
  reservedIdBreach,
  tenantIdPattern,
  uidPattern,
} from "../ids.ts";
import { residencies } from "../residency.ts";
import { holding, shaped } from "./rule.ts";

const isAscii = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

/** One word for what is wrong with an id: its letters first, then its form. */
const idForm = (pattern: RegExp, allowed: string) => (id: string) =>
  isAscii(id) && !pattern.test(id)
    ? {
        code: "ID_FORM",
        message: "has not the form of an id",
        allowed,
        suggestion: "use lower-case letters, digits and single hyphens",
      }
    : undefined;

export const TenantId = holding(
  z.string(),
  foreignLetterBreach,
  idForm(tenantIdPattern, "3 to 40 of a-z, 0-9 and -, beginning with a letter, ending with a letter or digit"),
  doubleHyphenBreach,
  reservedIdBreach,
).meta({
  description: "Names the tenant, its file and its stack. Never changes, never reused.",
  examples: ["acme-corp"],
  pattern: tenantIdPattern.source,
  not: { pattern: refusedIdPattern },
});

export const CellId = holding(
  z.string(),
  foreignLetterBreach,
  idForm(cellIdPattern, "2 to 30 of a-z, 0-9 and -, beginning with a letter"),
  doubleHyphenBreach,
).meta({
  description: "Names the cell, its file and its stacks (cell-<id>).",
  examples: ["us-1"],
  pattern: cellIdPattern.source,
  not: { pattern: "--" },
});

export const Uid = holding(
  z.string(),
  shaped(uidPattern, {
    code: "TENANT_UID_FORM",
    message: "is not what `tenantry new` writes",
    allowed: "8 of a-z and 0-9, beginning with a letter",
    suggestion: "for a new tenant, let `tenantry new` write the file; for an existing one, restore the uid it had",
  }),
).meta({
  description: "Random; every physical name of the tenant is made from it. Written by `tenantry new`, never changed.",
  examples: ["t7k3m9qd"],
  pattern: uidPattern.source,
});

/** `major` is what this code reads; a newer one may mean something that it does not know. */
export const schemaVersion = (current: number) =>
  holding(z.int(), (version) => {
    if (version === current) {
      return undefined;
    }
    return version > current
      ? {
          code: "SCHEMA_VERSION_NEWER",
          message: "was written for a newer tenantry than this one",
          allowed: `${current}`,
          suggestion: "update tenantry",
        }
      : {
          code: "SCHEMA_VERSION_UNKNOWN",
          message: "is no version that this kind of file ever had",
          allowed: `${current}`,
          suggestion: `write schema_version: ${current}`,
        };
  }).meta({
    description: "Version of the file's shape; raised when a key changes its meaning.",
    examples: [current],
    const: current,
  });

export const Residency = z
  .enum(residencies as [string, ...string[]])
  .meta({ description: "Where customer content, backups, logs and keys may be.", examples: ["us", "eu"] });

export const AccountId = holding(
  z.string(),
  shaped(/^\d{12}$/, {
    code: "ACCOUNT_ID_FORM",
    message: "is not an AWS account id",
    allowed: "12 digits, in quotes",
    suggestion: "copy it from the AWS console and put it in quotes",
  }),
).meta({
  description: "12 digits in quotes, since a number would lose a leading zero.",
  examples: ["111122223333"],
  pattern: "^\\d{12}$",
});

export const Region = holding(
  z.string(),
  shaped(/^[a-z]{2}(-[a-z]+)+-\d$/, {
    code: "REGION_FORM",
    message: "is not an AWS Region",
    allowed: "a Region's code, e.g. eu-central-1",
  }),
).meta({ description: "Code of an AWS Region.", examples: ["us-east-1"], pattern: "^[a-z]{2}(-[a-z]+)+-\\d$" });

/** A day, with the calendar asked whether it exists. */
export const Day = holding(z.string(), (text) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
    ? undefined
    : { code: "DATE_FORM", message: "is not a day of the calendar", allowed: "YYYY-MM-DD, e.g. 2026-12-31" },
).meta({ examples: ["2026-12-31"], pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A moment in UTC to the second; parsing it back must give the same, or the calendar does not have it. */
export const Moment = holding(z.string(), (text) => {
  const isForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text);
  const exists = isForm && new Date(text).toJSON()?.slice(0, 19) === text.slice(0, 19);
  return exists
    ? undefined
    : {
        code: "TIME_FORM",
        message: "is not a moment in UTC",
        allowed: "ISO 8601 in UTC, e.g. 2026-11-23T09:00:00Z",
        suggestion: "end it in Z",
      };
}).meta({ examples: ["2026-11-23T09:00:00Z"], pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$" });
