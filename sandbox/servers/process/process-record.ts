import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { endProcess } from "./end-process.ts";
import type { ProcessIdentity } from "./process-identity.ts";

const recordSchema = z.object({
  pid: z.number(),
  started: z.string(),
  signal: z.enum(["SIGTERM", "SIGINT", "SIGQUIT"]),
});

/** Signal that ends a program in good order. */
export type StopSignal = z.infer<typeof recordSchema>["signal"];

const stalePatienceMilliseconds = 5_000;

/** Notes a process, so that the next supervisor finds it where this one is killed. */
export function recordProcess(folder: string, name: string, identity: ProcessIdentity, signal: StopSignal): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(recordFile(folder, name), JSON.stringify({ ...identity, signal }), { mode: 0o600 });
}

/** Forgets a process that has ended. */
export function forgetProcess(folder: string, name: string): void {
  rmSync(recordFile(folder, name), { force: true });
}

/** Ends every process that an earlier supervisor left running. Only for the one that owns the folder. */
export async function endRecordedProcesses(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await Promise.all(
    readdirSync(folder).map(async (file) => {
      const record = readRecord(join(folder, file));
      if (record !== undefined) await endProcess(record, record.signal, stalePatienceMilliseconds);
      rmSync(join(folder, file), { force: true });
    }),
  );
}

function recordFile(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

function readRecord(path: string): z.infer<typeof recordSchema> | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Half-written when its writer was killed, which is before the process could do anything.
    return undefined;
  }
}
