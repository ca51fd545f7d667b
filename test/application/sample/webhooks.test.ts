import { deepEqual, equal, throws } from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { deliver, signedHeaders } from "../../../application/sample/webhooks.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const event = { type: "user.created", data: { id: 1 } };

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Runs `during` with a receiver that answers one status after the other; gives back what it was sent. */
async function receiving(
  statuses: readonly number[],
  during: (url: string) => Promise<void>,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(statuses[calls.length - 1] ?? 500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await during(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return calls;
}
const verified = ({ headers, body }: Call, by = secret) =>
  new Webhook(by).verify(body, headers as Record<string, string>) as { readonly type: string; readonly data: unknown };

describe("webhooks of the sample application", () => {
  it("R-INT-7 are signed so that the specification's own library takes them, and no changed or foreign one", async () => {
    const [call, ...others] = await receiving([204], async (url) => {
      deepEqual(await deliver({ url, events: [event.type], secret }, event, []), { kind: "delivered", attempts: 1 });
    });
    if (call === undefined) throw new Error("nothing arrived");
    deepEqual(others, []);
    const { type, data } = verified(call);
    deepEqual({ type, data }, event);
    throws(() => verified({ ...call, body: call.body.replace("1", "2") }), /signature/i);
    throws(() => verified(call, `whsec_${Buffer.alloc(32, 8).toString("base64")}`), /signature/i);
  });

  it("R-INT-7 are sent again under the same id until they are taken", async () => {
    const calls = await receiving([500, 429, 200], async (url) => {
      deepEqual(await deliver({ url, events: [event.type], secret }, event, [1, 1, 1]), {
        kind: "delivered",
        attempts: 3,
      });
    });
    equal(new Set(calls.map(({ headers }) => headers["webhook-id"])).size, 1);
    for (const call of calls) equal(verified(call).type, event.type);
  });

  it("R-INT-7 are given up where the receiver is gone or never takes them, and not sent where nobody asked", async () => {
    await receiving([410], async (url) => {
      const gone = await deliver({ url, events: [event.type], secret }, event, [1, 1]);
      deepEqual(gone, { kind: "given up", attempts: 1, status: 410 });
    });
    await receiving([500, 302], async (url) => {
      const refused = await deliver({ url, events: [event.type], secret }, event, [1]);
      deepEqual(refused, { kind: "given up", attempts: 2, status: 302 });
    });
    const unasked = await receiving([], async (url) => {
      equal(await deliver({ url, events: ["user.deleted"], secret }, event, []), undefined);
    });
    deepEqual(unasked, []);
  });

  it("R-INT-7 take no secret that is too short to sign with", () => {
    throws(() => signedHeaders("whsec_c2hvcnQ=", "msg_1", "{}", new Date()), /24 to 64 bytes/);
  });
});
