import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isToken } from "./plugin-listener.ts";

/** What the daemon can be asked for, by name. Arguments and result are plain data. */
export type ControlMethods = Readonly<
  Record<string, (args: Readonly<Record<string, unknown>>) => Promise<unknown> | unknown>
>;

export interface ControlServer {
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const bodyLimitBytes = 16 * 1024 * 1024;

/** Serves `POST /<method>` with a JSON body on 127.0.0.1 to whoever has the token. An error is answered with status 400 and its message. */
export async function startControlServer(methods: ControlMethods): Promise<ControlServer> {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    void answer(request, methods, token).then(({ status, body }) => write(response, status, body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The control interface has no port.");
  return {
    port: address.port,
    token,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(
  request: IncomingMessage,
  methods: ControlMethods,
  token: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  if (!isToken(request.headers.authorization ?? "", `Bearer ${token}`))
    return { status: 401, body: { error: "The token is missing or wrong." } };
  const name = request.url?.slice(1) ?? "";
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (request.method !== "POST" || method === undefined)
    return { status: 404, body: { error: `There is no ${name}.` } };
  try {
    const args = JSON.parse((await bodyOf(request)) || "{}") as Readonly<Record<string, unknown>>;
    return { status: 200, body: { result: await method(args) } };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) throw new Error(`The body is larger than ${bodyLimitBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function write(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
