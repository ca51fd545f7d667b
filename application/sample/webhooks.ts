import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

/** A webhook of the tenant's, as its configuration publishes it, with its secret read: `whsec_` and base64. */
export interface Webhook {
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string;
}

export type Delivery =
  | { readonly kind: "delivered"; readonly attempts: number }
  | { readonly kind: "given up"; readonly attempts: number; readonly status?: number };

/** Waits between attempts; the specification asks for growing ones. Ten hours and a half in all. */
const usualWaitsMillis = [5, 300, 1800, 7200, 28_800].map((seconds) => seconds * 1000);
const timeoutMillis = 15_000;

/**
 * Headers that sign a body as Standard Webhooks says: HMAC-SHA256 over id, time and body
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 *
 * @throws where the secret has not the form `whsec_<base64>` of 24 to 64 bytes.
 */
export function signedHeaders(secret: string, id: string, body: string, now: Date): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  if (!secret.startsWith("whsec_") || key.length < 24 || key.length > 64) {
    throw new Error("a webhook's secret is whsec_ and 24 to 64 bytes in base64");
  }
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

/**
 * Sends an event to a webhook that asked for it, signed anew for each attempt under one id, until it is taken.
 *
 * Undefined where the webhook did not ask for the type. 410 ends it at once: the receiver wants no more.
 *
 * @param waitsMillis between attempts; absent: five, up to eight hours.
 */
export async function deliver(
  webhook: Webhook,
  event: { readonly type: string; readonly data: unknown },
  waitsMillis: readonly number[] = usualWaitsMillis,
): Promise<Delivery | undefined> {
  if (!webhook.events.includes(event.type)) return undefined;
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify({ type: event.type, timestamp: new Date().toISOString(), data: event.data });
  let status: number | undefined;
  for (let attempt = 1; attempt <= waitsMillis.length + 1; attempt += 1) {
    status = await post(webhook, id, body);
    if (status !== undefined && status >= 200 && status < 300) return { kind: "delivered", attempts: attempt };
    if (status === 410) return { kind: "given up", attempts: attempt, status };
    const pause = waitsMillis[attempt - 1];
    if (pause !== undefined) await wait(pause);
  }
  const attempts = waitsMillis.length + 1;
  return status === undefined ? { kind: "given up", attempts } : { kind: "given up", attempts, status };
}

/** The answer's status; undefined where there was none. Redirects are not followed: the address was checked, not theirs. */
async function post({ url, secret }: Webhook, id: string, body: string): Promise<number | undefined> {
  const headers = { "content-type": "application/json", ...signedHeaders(secret, id, body, new Date()) };
  const signal = AbortSignal.timeout(timeoutMillis);
  const answer = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status;
}
