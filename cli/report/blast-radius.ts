import {
  type Attachment,
  type CellBlastRadius,
  type SharedResource,
  standsOn,
} from "../../fleet/graph/blast-radius.ts";
import { printable } from "../../model/printable.ts";
import { columns, counted } from "./explain.ts";
import { typeName } from "./resource-uses.ts";

/** Names beyond these are counted. */
const mostNames = 6;

function names(tenants: readonly string[]): string {
  const more = tenants.length - mostNames;
  const shown = tenants.slice(0, mostNames).map(printable).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown || "nobody";
}

const who = ({ namedBy, through }: SharedResource): readonly string[] =>
  [...new Set([...namedBy, ...through])].toSorted();

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

/** Words what of its cell a tenant stands on, and who else does. */
export function renderTenantRadius(radius: CellBlastRadius, tenant: string): string {
  const rows = (direct: boolean) =>
    standsOn(radius, tenant)
      .filter(({ namedBy }) => namedBy.includes(tenant) === direct)
      .map((one) => [
        typeName(one.type),
        printable(one.name),
        `shared with ${names(who(one).filter((other) => other !== tenant))}`,
      ]);
  return [
    `${printable(tenant)} stands on ${counted(standsOn(radius, tenant).length, "resource")} of ${radius.cell}, where ${counted(radius.tenants.length, "tenant")} are`,
    ...section("Named by its own resources", columns(rows(true))),
    ...section("Which those depend on", columns(rows(false))),
  ].join("\n");
}

/** Words who is hit where a resource of a cell fails. */
export function renderResourceRadius(
  { cell, tenants }: CellBlastRadius,
  resource: SharedResource,
  attached: readonly Attachment[],
): string {
  const hit = who(resource);
  const may = hit.length > 0 ? [] : attached.map(({ name, tenants: tied }) => [printable(name), names(tied)]);
  return [
    `${typeName(resource.type)} ${printable(resource.name)}: ${hit.length} of ${tenants.length} tenants of ${cell} stand on it`,
    ...section("Their own resources name it", resource.namedBy.length === 0 ? [] : [`  ${names(resource.namedBy)}`]),
    ...section(
      "Something that they name depends on it",
      resource.through.length === 0 ? [] : [`  ${names(resource.through)}`],
    ),
    ...section(
      "Tied to these, which tenants stand on: whether it carries their traffic is not in the references, so they may be hit",
      columns(may),
    ),
  ].join("\n");
}

/** Words a cell: what most tenants share, first. */
export function renderCellRadius(radius: CellBlastRadius): string {
  const used = radius.resources.filter((one) => who(one).length > 0);
  const rows = used
    .toSorted((one, other) => who(other).length - who(one).length)
    .map((one) => [String(who(one).length), typeName(one.type), printable(one.name), names(who(one))]);
  const unused = radius.resources.length - used.length;
  return [
    `${radius.cell}: ${counted(radius.tenants.length, "tenant")}; ${used.length} of its ${radius.resources.length} resources are named by them, or something that is depends on them`,
    ...columns(rows),
    `${unused} others: nothing of a tenant's refers to them. What they refer to: tenantry blast-radius <resource>`,
  ].join("\n");
}

export const radiusJson = (
  radius: CellBlastRadius,
  resources: readonly SharedResource[],
  more: Readonly<Record<string, unknown>>,
): string =>
  JSON.stringify({ formatVersion: 1, cell: radius.cell, tenants: radius.tenants, resources, ...more }, null, 2);
