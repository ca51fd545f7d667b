import type { TenantNames } from "../naming.ts";
import type { TenantSpec } from "../specs/tenant-spec.ts";
import type { SecretsPlan } from "./secrets-plan.ts";

/** Every `{ secret: <name> }` of a tenant's file as a secret of the tenant's own; the file never holds a value. */
export function planSecrets({ integrations }: TenantSpec, names: TenantNames): SecretsPlan {
  const named = [...new Set(secretNamesIn(integrations))].toSorted();
  return {
    prefix: names.secretPrefix,
    named: named.map((name) => ({ name, secretName: names.secret(name) })),
  };
}

function secretNamesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { secret, ...others } = value as Readonly<Record<string, unknown>>;
  const inner = Object.values(others).flatMap(secretNamesIn);
  return typeof secret === "string" && Object.keys(others).length === 0
    ? [secret]
    : [...inner, ...secretNamesIn(secret)];
}
