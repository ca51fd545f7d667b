import { readFrameworks } from "../../catalog/frameworks/index.ts";
import { integrations } from "../../catalog/integrations/index.ts";
import { findModel } from "../../catalog/models/index.ts";
import { parseDocument, readDocument } from "../../files/read-document.ts";
import type { Framework } from "../../model/framework.ts";
import type { Located } from "../../model/located.ts";
import type { Problem } from "../../model/problems.ts";
import { resolveTenant } from "../../model/resolve/resolve-tenant.ts";
import type { ResolvedTenant } from "../../model/resolve/resolved-tenant.ts";
import type { TierSource } from "../../model/resolve/sources.ts";
import { ApplicationSpec } from "../../model/specs/application-spec.ts";
import { CellSpec } from "../../model/specs/cell-spec.ts";
import { FleetSpec } from "../../model/specs/fleet-spec.ts";
import type { TenantSpec } from "../../model/specs/tenant-spec.ts";
import { readTiers } from "../../tiers/index.ts";

const root = new URL("../..", import.meta.url).pathname;

/** A YAML text as the loader hands it on, under the name `tenants/test.yaml` unless told otherwise. */
export function located(yaml: string, file = "tenants/test.yaml"): Located {
  const reading = parseDocument(yaml, file);
  if (reading.kind === "refused") {
    throw new Error(JSON.stringify(reading.problems));
  }
  return reading.document;
}

/** A committed file's data and places, by its name from the project's folder. */
export function committed(file: string): Located {
  const reading = readDocument(`${root}/${file}`, { root });
  if (reading.kind === "refused") {
    throw new Error(JSON.stringify(reading.problems));
  }
  return reading.document;
}

/** The committed tiers. */
export const tiers = readTiers(root);

/** The committed tier of this name. */
export function tierNamed(name: string): TierSource {
  const source = tiers.sources.get(name);
  if (!source) {
    throw new Error(`no tier ${name}`);
  }
  return source;
}

export const fleet = FleetSpec.parse(committed("fleet.yaml").value);
export const application = ApplicationSpec.parse(committed("application/application.yaml").value);
export const cellNamed = (id: string) => CellSpec.parse(committed(`cells/${id}.yaml`).value);

/** The first lines of a tenant's file, whose `overrides:` and more may follow; they are seven. */
export const tenantHead = (tier: string, isolation: string, more = "") => `schema_version: 1
id: test-tenant
uid: t7k3m9qd
name: "{{ tenant_id }}"
tier: ${tier}
owner: someone@test.example
residency: us
managed_by: git
created: 2026-11-23T09:00:00Z
placement: { cell: us-1, isolation: ${isolation} }
${more}`;

export interface ResolutionOptions {
  readonly tier?: TierSource;
  readonly frameworks?: readonly Framework[];
}

/** Resolves a tenant's YAML against the committed tiers, or against one of the test's own. */
export function resolve(yaml: string | Located, { tier, frameworks = readFrameworks() }: ResolutionOptions = {}) {
  const document = typeof yaml === "string" ? located(yaml) : yaml;
  const spec = document.value as TenantSpec;
  return resolveTenant({
    spec,
    document,
    tier: tier ?? tierNamed(spec.tier),
    tiers: [...tiers.sources.values()].map((source) => source.spec),
    frameworks,
    integrations,
    findModel: (alias) => findModel(alias),
  });
}

/** The resolved tenant. @throws where it was refused. */
export function resolved(yaml: string | Located, options?: ResolutionOptions): ResolvedTenant {
  const resolution = resolve(yaml, options);
  if (resolution.kind === "refused") {
    throw new Error(JSON.stringify(resolution.problems, undefined, 2));
  }
  return resolution.resolved;
}

/** The problems for which a tenant was refused; none where it was not. */
export function problemsOf(yaml: string | Located, options?: ResolutionOptions): readonly Problem[] {
  const resolution = resolve(yaml, options);
  return resolution.kind === "refused" ? resolution.problems : [];
}

/** A problem as `file:line:column CODE path`, for a comparison at a glance. */
export const summary = ({ file, line, column, code, path }: Problem) => `${file}:${line}:${column} ${code} ${path}`;
