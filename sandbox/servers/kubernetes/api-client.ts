import { readFileSync } from "node:fs";
import { request } from "node:https";

/** How to reach the API of a cluster as its administrator. */
export interface ApiAccess {
  readonly port: number;
  readonly certificateFile: string;
  readonly token: string;
}

/** What the API answered. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
}

const timeoutMilliseconds = 5_000;

/** One request to a cluster's API. @throws where it does not answer. */
export function callApi(access: ApiAccess, method: "GET" | "POST", path: string, body?: unknown): Promise<ApiAnswer> {
  return new Promise((resolve, reject) => {
    const call = request({
      host: "127.0.0.1",
      port: access.port,
      method,
      path,
      ca: readFileSync(access.certificateFile),
      headers: { authorization: `Bearer ${access.token}`, "content-type": "application/json" },
      timeout: timeoutMilliseconds,
      agent: false,
    });
    call.on("timeout", () => call.destroy(new Error(`the Kubernetes API on port ${access.port} does not answer`)));
    call.on("error", reject);
    call.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
