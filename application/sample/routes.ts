import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Configuration } from "./configuration.ts";
import type { Documents } from "./documents.ts";
import { atLimit, judge } from "./limit-guard.ts";
import type { Meter } from "./meter.ts";
import { eventLine } from "./metrics.ts";
import type { UsageReporter } from "./usage.ts";
import type { WebhookSender } from "./webhook-sender.ts";

/** A request, as far as routes look at it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** What routes work with. */
export interface Surroundings {
  readonly configuration: Configuration;
  readonly documents: Documents;
  /** Takes a line of the application's log. */
  readonly emit: (line: string) => void;
  readonly meter: Meter;
  readonly usage: UsageReporter;
  readonly webhooks: WebhookSender;
}

const NewDocument = z.strictObject({ title: z.string().min(1).max(200), body: z.string().max(100_000).default("") });
const ChangedDocument = z.strictObject({ title: z.string().min(1).max(200) });
const Usage = z.discriminatedUnion("metric", [
  z.strictObject({ metric: z.literal("ai_sessions") }),
  z.strictObject({
    metric: z.literal("ai_requests"),
    model: z.string().min(1).max(100),
    tokens: z.int().min(0).default(0),
  }),
  z.strictObject({ metric: z.literal("ai_concurrent_requests"), count: z.int().min(0) }),
  z.strictObject({ metric: z.literal("custom_integrations"), count: z.int().min(0) }),
  z.strictObject({ metric: z.literal("webhook_endpoints"), count: z.int().min(0) }),
  z.strictObject({ metric: z.literal("custom_features"), feature: z.string().min(1).max(100) }),
]);

const notFound: Answered = { status: 404, body: { error: "there is nothing here" } };
const badRequest = (error: z.ZodError): Answered => ({ status: 400, body: { error: z.prettifyError(error) } });
const documentPath = /^\/documents\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Answers one request. @throws what the database throws */
export async function answer(asked: Asked, around: Surroundings): Promise<Answered> {
  const { method, path } = asked;
  const at = routes[path];
  if (at !== undefined) return (await at[method]?.(asked, around)) ?? { status: 405 };
  const id = documentPath.exec(path)?.[1];
  return id === undefined ? notFound : one(asked, id, around);
}

type Route = (asked: Asked, around: Surroundings) => Answered | Promise<Answered>;

/** Path → method → what answers. */
const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  "/documents": { GET: async (_asked, { documents }) => ({ status: 200, body: await documents.list() }), POST: create },
  "/usage": { POST: use },
  "/account": { GET: (_asked, around) => account(around) },
};

/** What the tenant has: its tier, what is on, when it ends, and who helps. */
function account({ configuration }: Surroundings): Answered {
  const { tenant, features, lifecycle, support, limits } = configuration;
  return { status: 200, body: { tenant, features, lifecycle, support, limits } };
}

/** When the tenant's storage was first found to be full, by this process. */
const storageFullSince = new WeakMap<object, Date>();

/** The answer to somebody who wants to store more than was sold; undefined where there is room, or grace. */
async function refuseStorage({ documents, configuration, meter }: Surroundings): Promise<Answered | undefined> {
  const { limits, enforcement } = configuration;
  if (limits.storage_gb === "unlimited") return undefined;
  const isFull = (await documents.storageBytes()) >= limits.storage_gb * 1e9;
  if (!isFull) {
    storageFullSince.delete(documents);
    return undefined;
  }
  const since = storageFullSince.get(documents) ?? new Date();
  storageFullSince.set(documents, since);
  if (judge(since, enforcement, new Date()).kind !== "refused") return undefined;
  meter.audit("a document beyond the storage that the tier sells", "denied");
  return { status: 403, body: atLimit(`${limits.storage_gb} GB are what the tier sells`, configuration) };
}

async function create({ body }: Asked, around: Surroundings): Promise<Answered> {
  const { documents, configuration, emit, meter, webhooks } = around;
  const read = NewDocument.safeParse(body);
  if (!read.success) return badRequest(read.error);
  const refused = await refuseStorage(around);
  if (refused !== undefined) return refused;
  const made = await documents.create(read.data.title, read.data.body);
  meter.audit(`document ${made.document_id} created`, "allowed");
  emit(
    eventLine("document.created", configuration.tenant.id, randomUUID(), { document_id: made.document_id }, new Date()),
  );
  webhooks.tell("document.created", { document_id: made.document_id, title: made.title });
  return { status: 201, body: made };
}

async function one(
  { method, body }: Asked,
  id: string,
  { documents, configuration, emit, meter }: Surroundings,
): Promise<Answered> {
  switch (method) {
    case "GET": {
      const found = await documents.find(id);
      return found === undefined ? notFound : { status: 200, body: found };
    }
    case "PATCH": {
      const read = ChangedDocument.safeParse(body);
      if (!read.success) return badRequest(read.error);
      const changed = await documents.change(id, read.data.title);
      if (changed === undefined) return notFound;
      meter.audit(`document ${id} changed`, "allowed");
      return { status: 200, body: changed };
    }
    case "DELETE": {
      if (!(await documents.remove(id))) return notFound;
      meter.audit(`document ${id} deleted`, "allowed");
      emit(eventLine("document.deleted", configuration.tenant.id, randomUUID(), { document_id: id }, new Date()));
      return { status: 204 };
    }
    default:
      return { status: 405 };
  }
}

/** Other parts of the product say here what they used; what a tier bounds by the month is refused beyond it. */
async function use({ body }: Asked, around: Surroundings): Promise<Answered> {
  const read = Usage.safeParse(body);
  if (!read.success) return badRequest(read.error);
  const { documents, meter } = around;
  switch (read.data.metric) {
    case "ai_sessions":
      return startSession(around);
    case "ai_requests":
      await documents.use("ai_requests", "unlimited");
      meter.aiRequest(read.data.model, read.data.tokens);
      return { status: 204 };
    case "custom_features":
      return useFeature(read.data.feature, around);
    case "ai_concurrent_requests":
    case "custom_integrations":
    case "webhook_endpoints":
      meter.count(read.data.metric, read.data.count);
      return { status: 204 };
  }
}

/** Features that are off are not there. */
function useFeature(feature: string, { configuration, usage }: Surroundings): Answered {
  if (configuration.features[feature] !== true) {
    return { status: 403, body: { error: `the feature ${feature} is not switched on` } };
  }
  usage.customFeature(feature);
  return { status: 204 };
}

/** Beyond the month's sessions the grace begins; once it is over, what the tier sells is all there is. */
async function startSession(around: Surroundings): Promise<Answered> {
  const { documents, configuration, emit, meter, usage } = around;
  const { limits, enforcement, tenant } = configuration;
  const allowed = limits.ai_sessions_per_month;
  const verdict = judge(await documents.reachedAt("ai_sessions", allowed), enforcement, new Date());
  if (verdict.kind === "refused") {
    const reached = { limit: "ai_sessions_per_month", allowed };
    emit(eventLine("limit.reached", tenant.id, randomUUID(), reached, new Date()));
    meter.audit("an AI session beyond what the tier sells", "denied");
    return { status: 429, body: atLimit(`${allowed} AI sessions a month are what the tier sells`, configuration) };
  }
  // Another process may have used the last one meanwhile.
  const noted = await documents.use("ai_sessions", verdict.kind === "allowed" ? allowed : "unlimited");
  if (!noted) return startSession(around);
  meter.aiSession();
  usage.aiSession();
  if (verdict.kind === "allowed") return { status: 204 };
  return { status: 200, body: atLimit("the month's AI sessions are used up", configuration, verdict.refusedFrom) };
}
