import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call that an intake got. */
export interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An intake of logs that listens on the loopback interface. */
export interface LogIntake {
  /** Every call so far, refused ones as well. */
  readonly calls: readonly Call[];
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Stands for name resolution and TLS: every address is asked on the loopback interface, by its path and query. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1 that answers as `answer` says. */
export async function startIntake(answer: (call: Call) => Answer): Promise<LogIntake> {
  const calls: Call[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const call = { path: request.url ?? "/", headers: request.headers, body: Buffer.concat(chunks) };
    calls.push(call);
    const { status, body } = answer(call);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    address: `http://127.0.0.1:${port}`,
    fetch: (url, init) => {
      const { pathname, search } = new URL(url);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
