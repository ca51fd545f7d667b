import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const limit = z.union([z.int().min(0), z.literal("unlimited")]);
const levels = ["DEBUG", "INFO", "WARN", "ERROR"] as const;
const categories = ["application", "security", "audit", "performance"] as const;
const responseHours = z.object({ critical: z.number(), high: z.number(), medium: z.number(), low: z.number() });
const supportHours = z.object({ days: z.array(z.string()), from: z.string(), to: z.string(), timezone: z.string() });

/** What this application reads of the document that its tenant publishes; the rest is for others (`unread-keys.ts`). */
export const Configuration = z.object({
  schema_version: z.literal(1),
  tenant: z.object({ id: z.string(), name: z.string(), tier: z.string(), hostname: z.string() }),
  isolation: z.enum(["shared", "schema", "database", "cluster"]),
  limits: z.object({
    max_users: limit,
    storage_gb: limit,
    ai_sessions_per_month: limit,
    api_requests_per_hour: limit,
    custom_integrations: limit,
    webhook_endpoints: limit,
  }),
  enforcement: z.object({
    hard_limits: z.boolean(),
    grace_period_hours: z.int().min(0),
    upgrade_prompts: z.boolean(),
  }),
  api: z.object({ window_seconds: z.int().min(1), requests_per_window: limit }),
  features: z.record(z.string(), z.boolean()),
  database: z.object({
    host: z.string(),
    port: z.int(),
    name: z.string(),
    schema: z.string(),
    role: z.string(),
    connections: z.int().min(1),
  }),
  integrations: z.object({
    webhooks: z.array(
      z.object({ name: z.string(), url: z.string(), events: z.array(z.string()), signing_secret: z.string() }),
    ),
  }),
  support: z.object({
    level: z.string(),
    response_hours: responseHours.optional(),
    hours: supportHours.optional(),
  }),
  lifecycle: z.object({
    created_at: z.string(),
    trial_expires_at: z.string().optional(),
    subscription_ends_at: z.string().optional(),
  }),
  metrics: z.object({ enabled: z.boolean(), granularity_minutes: z.int().min(1) }),
  logging: z.object({ level: z.enum(levels), categories: z.array(z.enum(categories)) }),
  usage: z.object({ real_time: z.boolean(), detailed: z.boolean() }),
});
export type Configuration = Readonly<z.infer<typeof Configuration>>;

/** @throws Error that says what is wrong with the document from `origin` */
function checked(document: unknown, origin: string): Configuration {
  const read = Configuration.safeParse(document);
  if (!read.success) {
    throw new Error(`${origin} is not a configuration document of version 1:\n${z.prettifyError(read.error)}`);
  }
  return read.data;
}

/** Reads the document from a file. @throws Error that says what is wrong with it */
export const readConfiguration = (file: string): Configuration => checked(JSON.parse(readFileSync(file, "utf8")), file);

const attempts = 60;
const betweenAttemptsMillis = 1000;

/**
 * Asks the AppConfig agent that runs beside the application; it may take a moment to start.
 *
 * @throws Error with the last answer after a minute, or with what is wrong with the document
 */
export async function fetchConfiguration(url: string, pauseMillis = betweenAttemptsMillis): Promise<Configuration> {
  let last = "";
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await fetch(url).catch((error: unknown) => String(error));
    if (typeof answer !== "string" && answer.ok) return checked(await answer.json(), url);
    last = typeof answer === "string" ? answer : `status ${answer.status}`;
    await sleep(pauseMillis);
  }
  throw new Error(`${url} gives no configuration document: ${last}`);
}
