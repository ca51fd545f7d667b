import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What a run of the command line came to. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const launcher = join(import.meta.dirname, "../../cli/tenantry");

/** Runs `tenantry` as a person types it, on the fleet in `root`. There is no terminal, and no color. */
export function runCli(
  root: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CliRun {
  const { GITHUB_ACTIONS: _, ...inherited } = process.env;
  const env = { ...inherited, TENANTRY_FLEET_DIR: root, ...environment };
  const { status, stdout, stderr } = spawnSync(launcher, args, {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { code: status, stdout, stderr };
}
