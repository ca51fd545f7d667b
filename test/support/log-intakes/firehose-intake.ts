import { gunzipSync } from "node:zlib";
import { type Answer, type Call, type LogIntake, startIntake } from "./log-intake.ts";

/** A document that a log group sends: many lines of one stream. */
interface LogDocument {
  readonly messageType: string;
  readonly logGroup: string;
  readonly logEvents: readonly { readonly message: string }[];
}

/**
 * An intake that takes what Firehose sends to HTTP endpoints, as Datadog, New Relic and Elastic offer it: `lines` gives
 * what arrived, by log group.
 *
 * Sources: https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html and, for what a record of a
 * log group holds, https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
 *
 * @param path of the product's address; others answer 404
 * @param accessKey others are refused with 401
 */
export async function startFirehoseIntake(
  path: string,
  accessKey: string,
): Promise<LogIntake & { readonly lines: ReadonlyMap<string, readonly string[]> }> {
  const lines = new Map<string, string[]>();
  const intake = await startIntake((call) => answered(call, path, accessKey, lines));
  return { ...intake, lines };
}

function answered(call: Call, path: string, accessKey: string, lines: Map<string, string[]>): Answer {
  const { "x-amz-firehose-request-id": requestId, "x-amz-firehose-protocol-version": version } = call.headers;
  const refused = (status: number, errorMessage: string) => ({
    status,
    body: { requestId, timestamp: Date.now(), errorMessage },
  });
  if (call.path !== path) return refused(404, "there is no intake here");
  if (call.headers["x-amz-firehose-access-key"] !== accessKey) return refused(401, "the access key is not known");
  if (version !== "1.0" || call.headers["content-type"] !== "application/json") return refused(400, "not version 1.0");
  const isZipped = call.headers["content-encoding"] === "gzip";
  const sent = JSON.parse((isZipped ? gunzipSync(call.body) : call.body).toString()) as {
    readonly requestId: string;
    readonly timestamp: number;
    readonly records: readonly { readonly data: string }[];
  };
  if (sent.requestId !== requestId) return refused(400, "the request has two ids");
  for (const { data } of sent.records) {
    const document = JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString()) as LogDocument;
    if (document.messageType !== "DATA_MESSAGE") continue;
    const messages = document.logEvents.map(({ message }) => message);
    lines.set(document.logGroup, [...(lines.get(document.logGroup) ?? []), ...messages]);
  }
  return { status: 200, body: { requestId, timestamp: Date.now() } };
}
