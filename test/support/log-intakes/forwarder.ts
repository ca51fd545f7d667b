import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import { type DeclaredStream, declaredDestination, type SplunkDestination } from "./declared-stream.ts";
import type { LogIntake } from "./log-intake.ts";

export interface ForwarderOptions {
  readonly fetch: LogIntake["fetch"];
  /** The value that the secret's owner put: JSON, as the stream's settings ask for it. */
  readonly secret: string;
  readonly logGroup: string;
  readonly lines: readonly string[];
  /** Waits between attempts; the service's own grow until the declared duration is over. */
  readonly waitsMillis: readonly number[];
}

export type Forwarded =
  | { readonly kind: "delivered"; readonly attempts: number }
  /** Lies in the tenant's bucket, under this prefix. */
  | { readonly kind: "kept"; readonly attempts: number; readonly prefix: string };

/**
 * Takes the part of a log group's subscription and of its delivery stream, which are in no account here: sends lines as
 * the declared stream says, in the service's own form, until they are taken or the attempts are used up.
 */
export async function forward(resource: SynthesisedResource, options: ForwarderOptions): Promise<Forwarded> {
  const { destination, prefix } = declaredDestination(resource);
  const record = gzipSync(JSON.stringify(logDocument(options)));
  const requestId = randomUUID();
  const attempts = options.waitsMillis.length + 1;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const isTaken =
      destination.kind === "http"
        ? await sendHttp(destination, record, requestId, options)
        : await sendToSplunk(destination, record, requestId, options);
    if (isTaken) return { kind: "delivered", attempts: attempt };
    await new Promise((resolve) => setTimeout(resolve, options.waitsMillis[attempt - 1] ?? 0));
  }
  return { kind: "kept", attempts, prefix };
}

const logDocument = ({ logGroup, lines }: ForwarderOptions) => ({
  messageType: "DATA_MESSAGE",
  owner: "111122223333",
  logGroup,
  logStream: "pod/sample",
  subscriptionFilters: ["sent-on"],
  logEvents: lines.map((message, index) => ({ id: String(index), timestamp: Date.now(), message })),
});

async function sendHttp(
  { url, isZipped }: Extract<DeclaredStream["destination"], { kind: "http" }>,
  record: Buffer,
  requestId: string,
  { fetch, secret }: ForwarderOptions,
): Promise<boolean> {
  const { api_key } = JSON.parse(secret) as { readonly api_key: string };
  const body = JSON.stringify({ requestId, timestamp: Date.now(), records: [{ data: record.toString("base64") }] });
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-amz-firehose-protocol-version": "1.0",
      "x-amz-firehose-request-id": requestId,
      "x-amz-firehose-access-key": api_key,
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
    },
    body: isZipped ? gzipSync(body) : body,
  });
  const said = (await answer.json()) as { readonly requestId?: string };
  return answer.status === 200 && said.requestId === requestId;
}

async function sendToSplunk(
  { url, endpoint, opens, extracts }: SplunkDestination,
  record: Buffer,
  channel: string,
  { fetch, secret, lines }: ForwarderOptions,
): Promise<boolean> {
  const { hec_token } = JSON.parse(secret) as { readonly hec_token: string };
  const headers = { authorization: `Splunk ${hec_token}`, "x-splunk-request-channel": channel };
  const opened = opens
    ? JSON.stringify(logDocument({ fetch, secret, lines, logGroup: "", waitsMillis: [] }))
    : new Uint8Array(record);
  const body = opens && extracts ? lines.map((line) => `${line}\n`).join("") : opened;
  const answer = await fetch(`${url}/services/collector/${endpoint}`, { method: "POST", headers, body });
  const { ackId } = (await answer.json()) as { readonly ackId?: number };
  if (answer.status !== 200 || ackId === undefined) return false;
  const asked = await fetch(`${url}/services/collector/ack`, {
    method: "POST",
    headers,
    body: JSON.stringify({ acks: [ackId] }),
  });
  const { acks } = (await asked.json()) as { readonly acks: Readonly<Record<string, boolean>> };
  return acks[String(ackId)] === true;
}
