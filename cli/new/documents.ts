import { join, relative, sep } from "node:path";
import { stringify } from "yaml";
import { regionsOf } from "../../model/residency.ts";
import { projectFolder } from "../commands/sandbox-places.ts";
import type { NewTenantAnswers } from "./answers.ts";

export interface Placement {
  readonly cell: string;
  readonly isolation: string;
}

/** A value as YAML on one line, quoted where it must be. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();

/** Items of a list in brackets; anything but a plain word in quotes. */
const list = (items: readonly string[]): string =>
  `[${items.map((item) => (/^[\w-]+$/.test(item) ? item : JSON.stringify(item))).join(", ")}]`;

/** First line of a file in `root`/`folder`, by which editors find its schema. */
function modeline(root: string, folder: string, kind: string): string {
  const schema = relative(join(root, folder), join(projectFolder, "schemas", `${kind}.schema.json`));
  return `# yaml-language-server: $schema=${schema.split(sep).join("/")}`;
}

const aligned = (line: string, comment: string): string => `${line.padEnd(36)} # ${comment}`;

/** Text of a new tenant's file. */
export function tenantText(
  answers: NewTenantAnswers,
  made: Placement & { readonly uid: string; readonly created: string; readonly root: string },
): string {
  const { id, name, tier, owner, residency, industry, compliance, managedBy } = answers;
  return [
    modeline(made.root, "tenants", "tenant"),
    "# Everything that this file does not say is its tier's; `tenantry check` says what is wrong with it.",
    "schema_version: 1",
    aligned(`id: ${scalar(id)}`, "= file name = stack name; never changes, never reused"),
    aligned(`uid: ${made.uid}`, "physical names are made from it; never changes"),
    `name: ${scalar(name)}`,
    aligned(`tier: ${scalar(tier)}`, "name@version stays with that version of the tier"),
    `owner: ${scalar(owner)}`,
    ...(industry === undefined ? [] : [`industry: ${scalar(industry)}`]),
    aligned(`residency: ${scalar(residency)}`, "where content, backups, logs and keys may be"),
    ...(compliance.length === 0 ? [] : [aligned(`compliance: ${list(compliance)}`, "each raises floors")]),
    `managed_by: ${managedBy}`,
    aligned(`created: ${made.created}`, "the clock of the template's variables"),
    `placement: { cell: ${scalar(made.cell)}, isolation: ${made.isolation} }   # where the data is; no edit moves it`,
    "",
  ].join("\n");
}

export interface NewCell {
  readonly id: string;
  readonly account: string;
  readonly tier: string;
  readonly residency: string;
  readonly region: string;
  readonly connections: number;
}

/** Text of a cell of one tenant's own. */
export function siloText(cell: NewCell, root: string): string {
  const others = regionsOf(cell.residency).filter((region) => region !== cell.region);
  return [
    modeline(root, "cells", "cell"),
    "# A silo: an account, network, cluster and Aurora database for one tenant.",
    "schema_version: 1",
    `id: ${cell.id}`,
    aligned(`account_id: ${JSON.stringify(cell.account)}`, "one account in one Region is one cell"),
    `partition: ${partitionOf(cell.region)}`,
    `region: ${cell.region}`,
    `residency: ${cell.residency}`,
    `recovery_region: ${others[0] ?? cell.region}`,
    "state: open",
    `tiers: [${cell.tier}]`,
    "zones: 3",
    `postgres: { version: "17", instance: db.r8g.xlarge, max_connections: ${cell.connections} }`,
    'kubernetes: { version: "1.34" }',
    "key_rotation_days: 90",
    `capacity: { tenants: 1, database_connections: ${cell.connections}, namespaces: 1, user_pools: 1, buckets: 10, roles: 100 }`,
    aligned("head_room_percent: 0", "there is nobody to keep room for"),
    "",
  ].join("\n");
}

const partitionOf = (region: string): string => (region.startsWith("us-gov-") ? "aws-us-gov" : "aws");
