import type * as pulumi from "@pulumi/pulumi";
import type { TenantPlan } from "../model/plan/tenant-plan.ts";
import type { Quantity } from "../model/quantity.ts";
import type { TenantData } from "./database/tenant-data.ts";
import { jsonText } from "./json-text.ts";

const quantity = (sold: Quantity): number | "unlimited" => (sold.kind === "limited" ? sold.amount : "unlimited");

/**
 * The document that the application reads, as `application/application.yaml` describes it: who the tenant is, what it
 * was sold, and where its rows are. No secret and no person's address is in it.
 */
export function configurationDocument(
  { tenant, entitlements, settings, data: { active } }: TenantPlan,
  data: TenantData,
): pulumi.Input<string> {
  const industry = settings.industry === undefined ? {} : { industry: settings.industry };
  return jsonText({
    schema_version: 1,
    tenant: { id: tenant.id, name: tenant.name, tier: tenant.tier, residency: tenant.residency, ...industry },
    isolation: tenant.isolation,
    limits: {
      max_users: quantity(entitlements.users),
      storage_gb: quantity(entitlements.storageGb),
      ai_sessions_per_month: quantity(entitlements.aiSessionsPerMonth),
      api_requests_per_hour: quantity(entitlements.apiRequestsPerHour),
      custom_integrations: quantity(entitlements.customIntegrations),
      webhook_endpoints: quantity(entitlements.webhookEndpoints),
    },
    features: settings.features,
    database: {
      host: data.host,
      port: data.port,
      name: active.databaseName,
      schema: active.schemaName,
      role: active.roleName,
      connections: active.limits.connections,
    },
    security: settings.security,
    ai: settings.ai,
    support: settings.support,
  });
}
