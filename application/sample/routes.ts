import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Configuration } from "./configuration.ts";
import type { Documents } from "./documents.ts";
import { eventLine, metricLine } from "./metrics.ts";

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
}

const NewDocument = z.strictObject({ title: z.string().min(1).max(200), body: z.string().max(100_000).default("") });
const ChangedDocument = z.strictObject({ title: z.string().min(1).max(200) });
const Usage = z.discriminatedUnion("metric", [
  z.strictObject({ metric: z.literal("ai_sessions") }),
  z.strictObject({ metric: z.literal("ai_requests"), model: z.string().min(1).max(100) }),
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

async function create({ body }: Asked, { documents, configuration, emit }: Surroundings): Promise<Answered> {
  const read = NewDocument.safeParse(body);
  if (!read.success) return badRequest(read.error);
  const made = await documents.create(read.data.title, read.data.body);
  emit(
    eventLine("document.created", configuration.tenant.id, randomUUID(), { document_id: made.document_id }, new Date()),
  );
  return { status: 201, body: made };
}

async function one(
  { method, body }: Asked,
  id: string,
  { documents, configuration, emit }: Surroundings,
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
      return changed === undefined ? notFound : { status: 200, body: changed };
    }
    case "DELETE": {
      if (!(await documents.remove(id))) return notFound;
      emit(eventLine("document.deleted", configuration.tenant.id, randomUUID(), { document_id: id }, new Date()));
      return { status: 204 };
    }
    default:
      return { status: 405 };
  }
}

/** Other parts of the product say here what they used; what a tier bounds by the month is refused beyond it. */
async function use({ body }: Asked, { documents, configuration, emit }: Surroundings): Promise<Answered> {
  const read = Usage.safeParse(body);
  if (!read.success) return badRequest(read.error);
  const { metric } = read.data;
  const limit = metric === "ai_sessions" ? configuration.limits.ai_sessions_per_month : "unlimited";
  const tenant = configuration.tenant.id;
  if (!(await documents.use(metric, limit))) {
    emit(
      eventLine("limit.reached", tenant, randomUUID(), { limit: "ai_sessions_per_month", allowed: limit }, new Date()),
    );
    return { status: 429, body: { error: `${limit} AI sessions a month are what the tier sells` } };
  }
  const dimensions = read.data.metric === "ai_requests" ? { tenant, model: read.data.model } : { tenant };
  emit(metricLine({ [metric]: 1 }, dimensions, new Date()));
  return { status: 204 };
}
