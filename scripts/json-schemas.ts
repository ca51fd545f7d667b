import { z } from "zod";
import { readFrameworks } from "../catalog/frameworks/index.ts";
import { integrations as catalog } from "../catalog/integrations/index.ts";
import { listDeclarations } from "../files/list-files.ts";
import { nameOfFile } from "../files/named-file.ts";
import { PlanDocument } from "../fleet/report/plan-document.ts";
import { ApplicationSpec } from "../model/specs/application-spec.ts";
import { CellSpec } from "../model/specs/cell-spec.ts";
import { FleetSpec } from "../model/specs/fleet-spec.ts";
import { TenantSpec } from "../model/specs/tenant-spec.ts";
import { TierSpec } from "../model/specs/tier-spec.ts";
import { ownTiersFolder } from "../tiers/index.ts";

type Properties = Record<string, Record<string, unknown>>;

/** A schema in draft-07, which YAML language servers read, of what a person writes: defaults and transforms not applied. */
const draft7 = (schema: z.ZodType): { properties: Properties } & Record<string, unknown> =>
  z.toJSONSchema(schema, { target: "draft-7", io: "input" }) as { properties: Properties };

/** Names of the project's tiers, by their files. */
export const tierNames = (): readonly string[] =>
  [...new Set(listDeclarations(ownTiersFolder).map((file) => nameOfFile(file).replace(/_init$/, "")))].filter(
    (name) => !name.includes("@"),
  );

/** A property whose known values an editor offers, and any other value of a form. */
function offering(
  property: Record<string, unknown> | undefined,
  values: readonly string[],
  form: string,
): Record<string, unknown> {
  const { type: _type, pattern: _pattern, ...rest } = property ?? {};
  return {
    ...rest,
    anyOf: [
      { type: "string", enum: values },
      { type: "string", pattern: form },
    ],
  };
}

/** `SOC 2`, `soc-2` and `SOC2` are all `soc2`. */
const anySpelling = (id: string): string =>
  [...id.replaceAll("_", "")]
    .map((letter) => (/[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter))
    .join("[^A-Za-z0-9]*");

/** Each product of the catalog with its own settings, and no other: an editor completes and checks them. */
function productsIn(integrations: Record<string, unknown> | undefined): Record<string, unknown> {
  const named = catalog.names.flatMap((name) => catalog.find(name) ?? []).filter(({ asCustom = false }) => !asCustom);
  const settings = named.map(({ id, settings: schema, title, documentation }) => {
    const { $schema: _draft, ...product } = draft7(schema);
    return [id, { ...product, title, description: `Settings: ${documentation}` }] as const;
  });
  const { custom } = (integrations?.["properties"] ?? {}) as Properties;
  return { ...integrations, properties: { ...Object.fromEntries(settings), custom }, additionalProperties: false };
}

function tenantSchema(): Record<string, unknown> {
  const schema = draft7(TenantSpec);
  const tiers = tierNames();
  const frameworks = readFrameworks().map(({ id }) => id);
  const { tier, compliance, integrations } = schema.properties;
  return {
    ...schema,
    properties: {
      ...schema.properties,
      integrations: productsIn(integrations),
      tier: offering(tier, tiers, `^(${tiers.join("|")})@[1-9][0-9]*$`),
      compliance: { ...compliance, items: offering({}, frameworks, `^(${frameworks.map(anySpelling).join("|")})$`) },
    },
  };
}

function cellSchema(): Record<string, unknown> {
  const schema = draft7(CellSpec);
  const tiers = { ...schema.properties["tiers"], items: { type: "string", enum: tierNames() } };
  return { ...schema, properties: { ...schema.properties, tiers } };
}

/** The published JSON Schemas: file name in `schemas/` → its text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas: Readonly<Record<string, Record<string, unknown>>> = {
    tenant: tenantSchema(),
    tier: { ...draft7(TierSpec), title: "Tier" },
    cell: cellSchema(),
    fleet: draft7(FleetSpec),
    application: draft7(ApplicationSpec),
    plan: z.toJSONSchema(PlanDocument, { target: "draft-7", io: "output" }),
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}
