import { findOnPath } from "./find-on-path.ts";
import { runCommand } from "./run-command.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What Kubernetes 1.37 and Pulumi 3.259 ask for in their go.mod. */
export const minimumGoVersion = "1.26";

/**
 * The go command.
 *
 * @throws where there is none, or an older one
 */
export async function findGo(environment: Environment): Promise<string> {
  const path = await findOnPath("go", environment["PATH"] ?? "");
  if (path === undefined) throw new Error(`Go ${minimumGoVersion} or newer is not on PATH (https://go.dev/dl/)`);
  const { stdout } = await runCommand(path, ["env", "GOVERSION"], { environment });
  const [major = 0, minor = 0] = stdout.trim().replace(/^go/, "").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimumGoVersion.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return path;
  throw new Error(
    `${path} is ${stdout.trim() || "no Go"}; Go ${minimumGoVersion} or newer is needed (https://go.dev/dl/)`,
  );
}
