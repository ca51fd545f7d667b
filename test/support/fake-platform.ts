import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a fake platform was asked. */
export interface PlatformRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
}

/** What it answers; 404 where the test's handler says nothing. */
export interface PlatformAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type PlatformHandler = (request: PlatformRequest) => PlatformAnswer | undefined;

/** An HTTP server on loopback in the place of a platform's REST interface, which keeps what it was asked. */
export class FakePlatform {
  readonly requests: PlatformRequest[] = [];
  readonly #server: Server;
  handler: PlatformHandler;

  private constructor(handler: PlatformHandler) {
    this.handler = handler;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(handler: PlatformHandler): Promise<FakePlatform> {
    const platform = new FakePlatform(handler);
    await new Promise<void>((resolve) => platform.#server.listen(0, "127.0.0.1", resolve));
    return platform;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const asked = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
    this.requests.push(asked);
    const { status, body, headers = {} } = this.handler(asked) ?? { status: 404, body: { message: "Not Found" } };
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body === undefined ? "" : JSON.stringify(body));
  }
}
