import { Agent, request } from "node:https";
import type { ConnectionDocument } from "./connection-document.ts";

/** One request to a Kubernetes API. */
export interface ClusterRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ClusterAnswer {
  readonly status: number;
  /** The server's words where it refuses. */
  readonly message: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Hundreds of requests to few servers. */
const agent = new Agent({ keepAlive: true });

/** Asks as the tenant's service account. */
export function callCluster(
  { server, ca, token }: ConnectionDocument["kubernetes"],
  { method, path, body, headers }: ClusterRequest,
): Promise<ClusterAnswer> {
  const contentType = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(path, server),
      {
        method,
        agent,
        ca: Buffer.from(ca, "base64"),
        headers: { authorization: `Bearer ${token}`, "content-type": contentType, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          const parsed = parsedObject(text);
          resolve({ status: response.statusCode ?? 0, message: String(parsed["message"] ?? text), body: parsed });
        });
      },
    );
    call.on("error", reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A watch answers a line an event, which is no JSON document. */
function parsedObject(text: string): Record<string, unknown> {
  const isDocument = text.startsWith("{") && !text.includes("}\n{");
  return isDocument ? (JSON.parse(text) as Record<string, unknown>) : {};
}
