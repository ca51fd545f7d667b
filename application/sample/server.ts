import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { openMeter } from "./meter.ts";
import { logLine } from "./metrics.ts";
import { type Answered, answer, type Surroundings } from "./routes.ts";

const longestBodyBytes = 200_000;
const userMemoryMillis = 24 * 3600 * 1000;
const reportEveryMillis = 60_000;
const slowMilliseconds = 1000;
/** Unique violation, invalid text, check violation: what a caller sent, not what broke. */
const callersFault = new Set(["23505", "22P02", "23514"]);

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
export async function serve(running: Omit<Surroundings, "meter">, port: number, host = "0.0.0.0"): Promise<Running> {
  const around: Surroundings = { ...running, meter: openMeter(running.configuration, running.emit) };
  const users = new Map<string, number>();
  const server = createServer((request, response) => void handle(request, response, around, users));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const report = () => reportState(around, users);
  await report();
  const timer = setInterval(() => void report(), reportEveryMillis);
  return {
    port: portOf(server),
    close: async () => {
      clearInterval(timer);
      server.closeIdleConnections();
      await new Promise((resolve) => server.close(resolve));
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
  around: Surroundings,
  users: Map<string, number>,
): Promise<void> {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (path === "/livez") return send(response, { status: 200 });
  if (path === "/readyz") return send(response, { status: (await isReady(around)) ? 200 : 503 });
  const startedAt = performance.now();
  const user = request.headers["x-user"];
  if (typeof user === "string") users.set(user, Date.now());
  const answered = await answerSafely(request, path, around);
  send(response, answered);
  const milliseconds = performance.now() - startedAt;
  around.meter.request(answered.status, milliseconds);
  if (answered.status === 413) around.meter.suspicious("a body longer than any document was sent");
  if (milliseconds > slowMilliseconds) around.emit(logLine("WARN", "performance", "slow request", { milliseconds }));
}

async function answerSafely(request: IncomingMessage, path: string, around: Surroundings): Promise<Answered> {
  try {
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

function send(response: ServerResponse, { status, body }: Answered): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(body === undefined ? undefined : JSON.stringify(body));
}

const isReady = ({ documents }: Surroundings): Promise<boolean> =>
  documents.storageBytes().then(
    () => true,
    () => false,
  );

/** What holds for a while rather than for a request; silence about readiness is an alarm. */
async function reportState({ documents, meter }: Surroundings, users: ReadonlyMap<string, number>): Promise<void> {
  const oldest = Date.now() - userMemoryMillis;
  const activeUsers = [...users.values()].filter((seenAt) => seenAt >= oldest).length;
  const stored = await Promise.all([documents.storageBytes(), documents.usedThisMonth("ai_sessions")]).catch(
    () => undefined,
  );
  const [storageBytes, aiSessionsThisMonth] = stored ?? [];
  meter.report({
    ready: stored !== undefined,
    users: users.size,
    activeUsers,
    ...(storageBytes === undefined ? {} : { storageBytes }),
    ...(aiSessionsThisMonth === undefined ? {} : { aiSessionsThisMonth }),
  });
}
