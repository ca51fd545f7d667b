import { gunzipSync } from "node:zlib";
import { type Answer, type Call, type LogIntake, startIntake } from "./log-intake.ts";

const channelForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Splunk's HTTP Event Collector with acknowledgements: `lines` gives what arrived, a line an event.
 *
 * Source: https://docs.splunk.com/Documentation/Splunk/9.4.0/Data/HECExamples and, for acknowledgements,
 * https://docs.splunk.com/Documentation/Splunk/9.4.0/Data/AboutHECIDXAck
 *
 * @param token others are refused with 403 and Splunk's code 4
 */
export async function startSplunkCollector(token: string): Promise<LogIntake & { readonly lines: readonly string[] }> {
  const lines: string[] = [];
  let acknowledged = 0;
  const intake = await startIntake((call) => {
    const refused = refusalOf(call, token);
    if (refused !== undefined) return refused;
    if (call.path.startsWith("/services/collector/ack")) {
      const { acks } = JSON.parse(call.body.toString()) as { readonly acks: readonly number[] };
      return { status: 200, body: { acks: Object.fromEntries(acks.map((id) => [id, id < acknowledged])) } };
    }
    const text = (call.headers["content-encoding"] === "gzip" ? gunzipSync(call.body) : call.body).toString("utf8");
    // A byte that is no text shows that something compressed was sent as it came.
    if (text.includes("\uFFFD")) return { status: 400, body: { text: "Invalid data format", code: 6 } };
    lines.push(...text.split("\n").filter((line) => line !== ""));
    acknowledged += 1;
    return { status: 200, body: { text: "Success", code: 0, ackId: acknowledged - 1 } };
  });
  return { ...intake, lines };
}

function refusalOf({ path, headers }: Call, token: string): Answer | undefined {
  const { authorization, "x-splunk-request-channel": channel } = headers;
  if (!/^\/services\/collector\/(raw|ack)$/.test(path)) return { status: 404, body: { text: "Not found", code: 404 } };
  if (authorization !== `Splunk ${token}`) return { status: 403, body: { text: "Invalid token", code: 4 } };
  if (!channelForm.test(String(channel))) return { status: 400, body: { text: "Data channel is missing", code: 10 } };
  return undefined;
}
