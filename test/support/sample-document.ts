import type { DatabaseLogin } from "../../automation/configuration/database-login.ts";
import { cellDatabaseNames as names } from "../../model/naming.ts";

/** What a tenant in shared tables publishes, small enough that its limits are soon reached. */
export const sampleDocument = (
  id: string,
  { host, port, database, user }: Pick<DatabaseLogin, "host" | "port" | "database" | "user">,
) => ({
  schema_version: 1,
  tenant: { id, name: id, tier: "free", hostname: `${id}.app.example` },
  isolation: "shared",
  limits: {
    max_users: 5,
    storage_gb: 1,
    ai_sessions_per_month: 2,
    api_requests_per_hour: 100,
    custom_integrations: 1,
    webhook_endpoints: 1,
  },
  enforcement: { hard_limits: true, grace_period_hours: 0, upgrade_prompts: true },
  api: { window_seconds: 3600, requests_per_window: 100 },
  features: { reports: true, advanced_ai: false },
  integrations: { webhooks: [] },
  support: { level: "community" },
  lifecycle: { created_at: "2026-11-23T09:00:00Z" },
  metrics: { enabled: true, granularity_minutes: 1 },
  logging: { level: "INFO", categories: ["application", "security", "audit", "performance"] },
  usage: { real_time: true, detailed: true },
  database: { host, port, name: database, schema: names.sharedSchema, role: user, connections: 2 },
});
