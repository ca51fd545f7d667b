import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Configuration } from "./configuration.ts";
import type { Documents } from "./documents.ts";
import type { Meter } from "./meter.ts";
import { eventLine } from "./metrics.ts";

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
}

const NewDocument = z.strictObject({ title: z.string().min(1).max(200), body: z.string().max(100_000).default("") });
const ChangedDocument = z.strictObject({ title: z.string().min(1).max(200) });
const Usage = z.discriminatedUnion("metric", [
  z.strictObject({ metric: z.literal("ai_sessions") }),
  z.strictObject({ metric: z.literal("ai_requests"), model: z.string().min(1).max(100) }),
  z.strictObject({ metric: z.literal("custom_integrations"), count: z.int().min(0) }),
  z.strictObject({ metric: z.literal("webhook_endpoints"), count: z.int().min(0) }),
]);

const notFound: Answered = { status: 404, body: { error: "there is nothing here" } };
const badRequest = (error: z.ZodError): Answered => ({ status: 400, body: { error: z.prettifyError(error) } });
const documentPath = /^\/documents\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Answers one request. @throws what the database throws */
export async function answer(asked: Asked, around: Surroundings): Promise<Answered> {
  const { method, path } = asked;
  if (path === "/documents") {
    return method === "POST"
      ? create(asked, around)
      : method === "GET"
        ? { status: 200, body: await around.documents.list() }
        : { status: 405 };
  }
  if (path === "/usage") {
    return method === "POST" ? use(asked, around) : { status: 405 };
  }
  const id = documentPath.exec(path)?.[1];
  return id === undefined ? notFound : one(asked, id, around);
}

async function create({ body }: Asked, { documents, configuration, emit, meter }: Surroundings): Promise<Answered> {
  const read = NewDocument.safeParse(body);
  if (!read.success) return badRequest(read.error);
  const made = await documents.create(read.data.title, read.data.body);
  meter.audit(`document ${made.document_id} created`, "allowed");
  emit(
    eventLine("document.created", configuration.tenant.id, randomUUID(), { document_id: made.document_id }, new Date()),
  );
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
      meter.aiRequest(read.data.model);
      return { status: 204 };
    default:
      meter.count(read.data.metric, read.data.count);
      return { status: 204 };
  }
}

async function startSession({ documents, configuration, emit, meter }: Surroundings): Promise<Answered> {
  const allowed = configuration.limits.ai_sessions_per_month;
  if (await documents.use("ai_sessions", allowed)) {
    meter.aiSession();
    return { status: 204 };
  }
  const reached = { limit: "ai_sessions_per_month", allowed };
  emit(eventLine("limit.reached", configuration.tenant.id, randomUUID(), reached, new Date()));
  meter.audit("an AI session beyond what the tier sells", "denied");
  return { status: 429, body: { error: `${allowed} AI sessions a month are what the tier sells` } };
}
