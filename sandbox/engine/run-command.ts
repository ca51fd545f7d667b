import { spawn } from "node:child_process";

/** How a command ended. */
export interface CommandResult {
  /** Undefined where a signal ended it or it could not start. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly workFolder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Without it, the user of this process. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Without it, the command may take as long as it likes. */
  readonly timeoutMilliseconds?: number;
}

/** Runs a command to its end and keeps what it printed. Never rejects: a command that cannot start has no exit code, and its reason in `stderr`. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.workFolder,
      env: { ...process.env, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.timeoutMilliseconds,
      killSignal: "SIGKILL",
      ...options.user,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => resolve({ exitCode: undefined, stdout: "", stderr: error.message }));
    child.on("close", (code) => {
      resolve({
        exitCode: code ?? undefined,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
  });
}
