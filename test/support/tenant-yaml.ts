import { parseDocument } from "../../files/read-document.ts";
import type { Problem } from "../../model/problems.ts";
import { checkTenantDocument } from "../../tenants/tenant-files.ts";

export type TenantChanges = Readonly<Record<string, string | undefined>>;

/** The least that a tenant must say, key by key in its order. */
export const goodTenant = {
  schema_version: "1",
  id: "acme-corp",
  uid: "t7k3m9qd",
  name: "ACME Corporation",
  tier: "professional",
  owner: "admin@acme.example",
  residency: "us",
  managed_by: "git",
  created: "2026-11-23T09:00:00Z",
  placement: "{ cell: us-1, isolation: schema }",
};

/** A tenant's YAML with some keys in place of the good ones; `undefined` leaves one out. The id's line is the second. */
export function tenantYaml(changes: TenantChanges): string {
  return Object.entries({ ...goodTenant, ...changes })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]))
    .join("");
}

/** What the tenant's file by itself is refused for. */
export function tenantFileProblems(changes: TenantChanges, file = "tenants/acme-corp.yaml"): readonly Problem[] {
  const reading = parseDocument(tenantYaml(changes), file);
  if (reading.kind === "refused") {
    throw new Error(JSON.stringify(reading.problems));
  }
  const checked = checkTenantDocument(reading.document);
  return checked.kind === "refused" ? checked.problems : [];
}
/** The same as `line:column CODE path`. */
export const tenantFileSummary = (changes: TenantChanges, file?: string): readonly string[] =>
  tenantFileProblems(changes, file).map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`);
