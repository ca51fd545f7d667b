// A tiny product: documents of one tenant, over HTTP. It shows what tenantry needs of an application: it reads the
// published configuration, connects as its tenant's role, answers probes, and emits its metrics on stdout.
import { readFile } from "node:fs/promises";
import { fetchConfiguration, readConfiguration } from "./configuration.ts";
import { openDocuments } from "./documents.ts";
import { serve } from "./server.ts";
import { secretsIn } from "./webhook-sender.ts";

const environment = process.env;
/** In a pod the agent beside the application has the document; as a process on its own, a file. */
const { CONFIGURATION_URL: url, CONFIGURATION_FILE: file } = environment;
const configuration =
  url === undefined ? readConfiguration(file ?? "configuration.json") : await fetchConfiguration(url);

/** A file that something beside the application renews, or the environment where a token need not outlive 15 minutes. */
async function databaseToken(): Promise<string> {
  const file = environment["DATABASE_TOKEN_FILE"];
  return file === undefined ? (environment["PGPASSWORD"] ?? "") : (await readFile(file, "utf8")).trim();
}

const emit = (line: string) => void process.stdout.write(line);
const running = await serve(
  {
    configuration,
    documents: openDocuments(configuration, databaseToken),
    emit,
    readSecret: secretsIn(environment["SECRETS_FOLDER"]),
  },
  Number(environment["PORT"] ?? 8080),
  environment["HOST"],
);
emit(`${JSON.stringify({ level: "INFO", category: "application", message: "serving", port: running.port })}\n`);

const stop = () => void running.close().then(() => process.exit(0));
process.once("SIGTERM", stop).once("SIGINT", stop);
