import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { temporaryFolder } from "./temporary-folder.ts";

/** The sample application as a process of its own. */
export interface SampleProcess {
  /** Every line of its log so far, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Asks it over HTTP. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Tells it to stop as Kubernetes does, and waits. Returns its exit code. */
  stop(): Promise<number | null>;
}

const program = join(import.meta.dirname, "../../application/sample/main.ts");

/**
 * Starts it with a configuration document, and waits until it serves.
 *
 * @param secrets file of the folder of secrets → value
 * @throws Error with what it said where it ends instead
 */
export async function startSample(
  document: unknown,
  password: string,
  secrets: Readonly<Record<string, string>> = {},
): Promise<SampleProcess> {
  const folder = temporaryFolder();
  const file = join(folder.path, "configuration.json");
  writeFileSync(file, typeof document === "string" ? document : JSON.stringify(document));
  for (const [name, value] of Object.entries(secrets)) writeFileSync(join(folder.path, name), value);
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], {
    env: {
      PATH: process.env["PATH"],
      CONFIGURATION_FILE: file,
      SECRETS_FOLDER: folder.path,
      PGPASSWORD: password,
      PORT: "0",
      HOST: "127.0.0.1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Not its end alone: its last lines as well.
  const ended = once(child, "close").finally(() => folder.remove());
  const lines: Record<string, unknown>[] = [];
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      lines.push(line);
      if (line["message"] === "serving") resolve(Number(line["port"]));
    });
    void ended.then(() => reject(new Error(errors)));
  });
  return {
    lines,
    ask: async (method, path, body, headers = {}) => {
      const init = { method, headers: { "content-type": "application/json", ...headers } };
      const response = await fetch(
        `http://127.0.0.1:${port}${path}`,
        body === undefined ? init : { ...init, body: JSON.stringify(body) },
      );
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    },
    stop: async () => {
      child.kill("SIGTERM");
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
