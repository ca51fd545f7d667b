import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Admission, type NotAdmitted, openAdmission } from "./admission.ts";
import { openMeter } from "./meter.ts";
import { eventLine, filtered, logLine } from "./metrics.ts";
import { type Answered, answer, type Surroundings } from "./routes.ts";
import { openUsage } from "./usage.ts";
import { openWebhooks, type ReadSecret } from "./webhook-sender.ts";

const longestBodyBytes = 200_000;
const userMemoryMillis = 24 * 3600 * 1000;
const minuteMillis = 60_000;
const slowMilliseconds = 1000;
/** Unique violation, invalid text, check violation: what a caller sent, not what broke. */
const callersFault = new Set(["23505", "22P02", "23514"]);

interface Served extends Surroundings {
  readonly admission: Admission;
}

/** The running application. */
export interface Running {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves on 0.0.0.0, as a pod must, unless told otherwise.
 *
 * @param port 0 for any free one
 */
export async function serve(
  running: Omit<Surroundings, "meter" | "usage" | "webhooks"> & { readonly readSecret: ReadSecret },
  port: number,
  host = "0.0.0.0",
): Promise<Running> {
  const { configuration, documents } = running;
  const emit = filtered(configuration, running.emit);
  const around: Served = {
    ...running,
    emit,
    meter: openMeter(configuration, emit),
    usage: openUsage(configuration, emit),
    webhooks: openWebhooks(configuration, running.readSecret, emit),
    admission: openAdmission(configuration, documents),
  };
  const users = new Map<string, number>();
  const server = createServer((request, response) => void handle(request, response, around, users));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const report = () => reportState(around, users);
  await report();
  const timer = setInterval(() => void report(), around.configuration.metrics.granularity_minutes * minuteMillis);
  return {
    port: portOf(server),
    close: async () => {
      clearInterval(timer);
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
      around.webhooks.close();
      // What was counted since the last report is somebody's bill.
      await report();
      await around.documents.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  around: Served,
  users: Map<string, number>,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (path === "/livez") return void send(response, { status: 200 });
  if (path === "/readyz") return void send(response, { status: (await isReady(around)) ? 200 : 503 });
  const startedAt = performance.now();
  const { "x-user": user } = request.headers;
  const answered = await answerSafely(request, path, around, {
    ...(typeof user === "string" ? { user } : {}),
    users,
  });
  around.usage.request(send(response, answered) + Number(request.headers["content-length"] ?? 0));
  const milliseconds = performance.now() - startedAt;
  around.meter.request(answered.status, milliseconds);
  if (answered.status === 413) around.meter.suspicious("a body longer than any document was sent");
  if (milliseconds > slowMilliseconds) around.emit(logLine("WARN", "performance", "slow request", { milliseconds }));
}

interface Caller {
  readonly user?: string;
  readonly users: Map<string, number>;
}

async function answerSafely(
  request: IncomingMessage,
  path: string,
  around: Served,
  { user, users }: Caller,
): Promise<Answered> {
  try {
    const refused = await around.admission.refuse(user, users);
    if (refused !== undefined) return notAdmitted(refused, around);
    if (user !== undefined) users.set(user, Date.now());
    const body = await bodyOf(request);
    return body.kind === "refused"
      ? body.answer
      : await answer({ method: request.method ?? "GET", path, body: body.value }, around);
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    if (callersFault.has(code ?? "")) return { status: 409, body: { error: message } };
    around.emit(logLine("ERROR", "application", message ?? "unknown"));
    return { status: 500, body: { error: "something broke here; it is in the log" } };
  }
}

/** Says so to those who watch and to the books as well. */
function notAdmitted({ status, limit, body }: NotAdmitted, { configuration, emit, meter }: Served): Answered {
  const reached = { limit, allowed: configuration.limits[limit] };
  emit(eventLine("limit.reached", configuration.tenant.id, randomUUID(), reached, new Date()));
  meter.audit(`a request beyond ${limit}`, "denied");
  return { status, body };
}

type Body =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "refused"; readonly answer: Answered };

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read and forgotten: an answer before the request's end is often not seen.
    if (bytes <= longestBodyBytes) chunks.push(chunk);
  }
  if (bytes > longestBodyBytes) return { kind: "refused", answer: { status: 413 } };
  try {
    return { kind: "read", value: bytes === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString()) };
  } catch {
    return { kind: "refused", answer: { status: 400, body: { error: "the body is not JSON" } } };
  }
}

/** Answers, and gives the bytes of the answer. */
function send(response: ServerResponse, { status, body }: Answered): number {
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json" }).end(text);
  return Buffer.byteLength(text);
}

const isReady = ({ documents }: Surroundings): Promise<boolean> =>
  documents.storageBytes().then(
    () => true,
    () => false,
  );

/** What holds for a while rather than for a request; silence about readiness is an alarm. */
async function reportState(
  { documents, meter, usage }: Surroundings,
  users: ReadonlyMap<string, number>,
): Promise<void> {
  const oldest = Date.now() - userMemoryMillis;
  const activeUsers = [...users.values()].filter((seenAt) => seenAt >= oldest).length;
  const stored = await Promise.all([documents.storageBytes(), documents.usedThisMonth("ai_sessions")]).catch(
    () => undefined,
  );
  const [storageBytes, aiSessionsThisMonth] = stored ?? [];
  usage.report({ users: users.size, ...(storageBytes === undefined ? {} : { storageBytes }) });
  meter.report({
    ready: stored !== undefined,
    users: users.size,
    activeUsers,
    ...(storageBytes === undefined ? {} : { storageBytes }),
    ...(aiSessionsThisMonth === undefined ? {} : { aiSessionsThisMonth }),
  });
}
