import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration } from "./configuration.ts";
import { logLine } from "./metrics.ts";
import { type Delivery, deliver } from "./webhooks.ts";

/** Tells the tenant's webhooks what happened. */
export interface WebhookSender {
  /** Sends to each webhook that asked for the type, behind the answer to whoever caused it. */
  tell(type: string, data: unknown): void;
  /** Says in the log how many deliveries were not taken by now: they wait in this process, and end with it. */
  close(): void;
}

/** Gives a secret's value by its published name. @throws where there is none. */
export type ReadSecret = (name: string) => Promise<string>;

/**
 * Secrets as files of a folder, each named like its secret with `_` for `/`, as the Secrets Store CSI driver mounts those
 * of AWS (https://github.com/aws/secrets-store-csi-driver-provider-aws, `pathTranslation`). Read at each delivery, since
 * they rotate.
 *
 * @param folder absent: there are no secrets, and nothing is sent
 */
export const secretsIn =
  (folder: string | undefined): ReadSecret =>
  async (name) => {
    if (folder === undefined) throw new Error("SECRETS_FOLDER is not set");
    return (await readFile(join(folder, name.replaceAll("/", "_")), "utf8")).trim();
  };

/** Sends to the webhooks that the configuration lists; what cannot be signed is not sent, and said in the log. */
export function openWebhooks(
  { integrations: { webhooks } }: Configuration,
  readSecret: ReadSecret,
  emit: (line: string) => void,
): WebhookSender {
  let pending = 0;
  const send = async (
    { name, url, events, signing_secret }: (typeof webhooks)[number],
    type: string,
    data: unknown,
  ) => {
    pending += 1;
    try {
      const secret = await readSecret(signing_secret);
      const delivery = await deliver({ url, events, secret }, { type, data });
      if (delivery !== undefined) emit(lineOf(name, type, delivery));
    } catch (error) {
      const { message } = error as Error;
      emit(logLine("ERROR", "application", `webhook ${name} is not sent: ${message}`, { type }));
    } finally {
      pending -= 1;
    }
  };
  return {
    tell: (type, data) => {
      for (const webhook of webhooks) if (webhook.events.includes(type)) void send(webhook, type, data);
    },
    close: () => {
      if (pending > 0)
        emit(logLine("WARN", "application", "webhooks were not taken before the end", { count: pending }));
    },
  };
}

const lineOf = (name: string, type: string, delivery: Delivery) =>
  delivery.kind === "delivered"
    ? logLine("INFO", "application", `webhook ${name} delivered`, { type, attempts: delivery.attempts })
    : logLine("WARN", "application", `webhook ${name} given up`, { type, attempts: delivery.attempts });
