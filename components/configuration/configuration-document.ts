import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { AiPlan } from "../../model/plan/ai-plan.ts";
import { apiWindowSeconds } from "../../model/plan/api-limits.ts";
import type { ApiLimitsPlan } from "../../model/plan/api-plan.ts";
import type { EntitlementsPlan, TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { TenantModels } from "../ai/tenant-models.ts";
import type { TenantData } from "../database/tenant-data.ts";
import type { TenantUsers } from "../identity/tenant-users.ts";
import { jsonText } from "../json-text.ts";

const quantity = (sold: Quantity): number | "unlimited" => (sold.kind === "limited" ? sold.amount : "unlimited");

/** What was declared of the tenant and is known only then. */
export interface TenantParts {
  /** Where its cache answers, always with TLS; absent where it has none. */
  /** What pools the connections to its database; undefined where nothing does. */
  readonly pooler: { readonly host: pulumi.Input<string> } | undefined;
  readonly cacheAddress: pulumi.Input<string> | undefined;
  readonly data: TenantData;
  readonly models: TenantModels;
  readonly users: TenantUsers;
  /** The tenant's key where it has one, else the cell's. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * The document that the application reads, as `application/application.yaml` describes it: who the tenant is, what it
 * was sold, what happens at a limit, and where its data is. No secret and no person's address is in it.
 */
export function configurationDocument(
  plan: TenantPlan,
  cell: Pick<CellOutputs, "usageBusName">,
  { data, models, users, kmsKeyArn, cacheAddress, pooler }: TenantParts,
): pulumi.Input<string> {
  const { tenant, entitlements, settings, bucket } = plan;
  const industry = settings.industry === undefined ? {} : { industry: settings.industry };
  const { id, name, tier, residency } = tenant;
  return jsonText({
    schema_version: 1,
    tenant: { id, name, tier, residency, hostname: plan.hostname, ...industry },
    isolation: tenant.isolation,
    limits: limitsOf(entitlements),
    enforcement: settings.enforcement,
    api: apiOf(plan.api.limits, entitlements.apiRequestsPerHour),
    features: settings.features,
    database: databaseOf(plan, data, pooler),
    storage: { bucket: bucket.bucketName, region: plan.cell.region },
    cache: cacheOf(plan, cacheAddress),
    security: settings.security,
    sign_in: signInOf(plan, users),
    ...dataKeysOf(plan, kmsKeyArn),
    ai: { ...settings.ai, ...modelsOf(plan.ai, models) },
    integrations: { ...settings.integrations, ...connectedOf(plan) },
    support: settings.support,
    lifecycle: settings.lifecycle,
    logging: settings.logging,
    metrics: settings.metrics,
    usage: { event_bus: cell.usageBusName, source: plan.usage.source, ...settings.usage },
    compliance: settings.compliance,
  });
}

const limitsOf = (entitlements: EntitlementsPlan) => ({
  max_users: quantity(entitlements.users),
  storage_gb: quantity(entitlements.storageGb),
  ai_sessions_per_month: quantity(entitlements.aiSessionsPerMonth),
  api_requests_per_hour: quantity(entitlements.apiRequestsPerHour),
  custom_integrations: quantity(entitlements.customIntegrations),
  webhook_endpoints: quantity(entitlements.webhookEndpoints),
});

/** The hour is the application's to enforce; what the gateway does of it is told beside it. */
function apiOf(limits: ApiLimitsPlan, requestsPerHour: Quantity) {
  const window = { window_seconds: apiWindowSeconds, requests_per_window: quantity(requestsPerHour) };
  if (limits.kind === "unlimited") return window;
  const { ratePerSecond, burst, requestsPerDay } = limits;
  const perDay = requestsPerDay === undefined ? {} : { per_day: requestsPerDay };
  return { ...window, gateway: { rate_per_second: ratePerSecond, burst, ...perDay } };
}

/** Users log in by IAM, as their own name; in a shared cache every key begins with the prefix. */
function cacheOf({ cache, settings }: TenantPlan, address: pulumi.Input<string> | undefined) {
  if (cache.kind === "none" || address === undefined) return settings.cache;
  const { userName: user, keyPrefix: key_prefix } = cache;
  return { ...settings.cache, endpoint: { address, port: 6379, reader_port: 6380, tls: true, user, key_prefix } };
}

const databaseOf = ({ data: { active } }: TenantPlan, data: TenantData, pooler: TenantParts["pooler"]) => ({
  ...(pooler === undefined ? {} : { pooler_host: pooler.host }),
  host: data.host,
  port: data.port,
  name: active.databaseName,
  schema: active.schemaName,
  role: active.roleName,
  connections: active.limits.connections,
});

/**
 * Where users sign in, and what a token must say: the issuer and the client, and in a pool that tenants share the
 * tenant's own group. What the pool itself does not hold to is in `security`.
 */
const signInOf = ({ cell, users }: TenantPlan, { poolId, clientId }: TenantUsers) => ({
  issuer: pulumi.interpolate`https://cognito-idp.${cell.region}.amazonaws.com/${poolId}`,
  client_id: clientId,
  redirect_uri: users.client.callbackUrl,
  ...(users.kind === "cell"
    ? { required_group: users.group.groupName }
    : { groups: users.groups.map(({ groupName }) => groupName) }),
});

/**
 * With which key, and in which context, the application makes data keys for single fields: each data key is encrypted
 * by the tenant's key, which gives it out for this context alone (`components/keys/key-statements.ts`).
 */
const dataKeysOf = ({ dataKeys }: TenantPlan, kmsKeyArn: pulumi.Input<string>) =>
  dataKeys === undefined ? {} : { data_keys: { key_arn: kmsKeyArn, encryption_context: dataKeys.encryptionContext } };

/** What a call names as its model, by alias; for a model outside AWS, where it is and which secret holds its API key. */
const modelsOf = ({ outsideModels }: AiPlan, { profileArns, guardrail }: TenantModels) => ({
  models: {
    ...Object.fromEntries(Object.entries(profileArns).map(([alias, arn]) => [alias, { inference_profile_arn: arn }])),
    ...Object.fromEntries(
      outsideModels.map(({ alias, endpoint, secretName }) => [alias, { endpoint, api_key_secret: secretName }]),
    ),
  },
  ...(guardrail === undefined ? {} : { guardrail: { arn: guardrail.arn, version: guardrail.version } }),
});

/** Webhooks that the application signs and sends, each with the name of its secret. */
const connectedOf = ({ connections: { connections, webhooks } }: TenantPlan) => ({
  connected: connections.map(({ id }) => id),
  webhooks: webhooks.map(({ name, url, events, secretName }) => ({ name, url, events, signing_secret: secretName })),
});
