import { parseArgs } from "node:util";
import { DaemonRunningError, startDaemon } from "./daemon.ts";

/** Exit code that tells the starter to join the daemon that runs already. */
const runsAlready = 10;

const { values } = parseArgs({ options: { folder: { type: "string" } } });
if (values.folder === undefined) throw new Error("--folder is missing: the folder of the sandbox");

const report = (error: unknown): void => {
  process.stderr.write(
    `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
};
try {
  const daemon = await startDaemon({ folder: values.folder, onError: report });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void daemon.stop().catch(report));
  // The terminal that started it may be closed.
  process.on("SIGHUP", () => undefined);
  await daemon.stopped;
  process.exit(0);
} catch (error) {
  report(error);
  process.exit(error instanceof DaemonRunningError ? runsAlready : 1);
}
