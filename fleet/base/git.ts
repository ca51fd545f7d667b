import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { ComparisonError } from "./comparison-error.ts";

/** What a run of git came to. */
export interface GitRun {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Set while git runs a hook; they would point every call at the hook's repository instead of the fleet's. */
const hookVariables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/** Speaks English, asks nothing, takes no lock: nothing under `.git` is written, not even a refreshed index. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !hookVariables.includes(name));
  return { ...Object.fromEntries(inherited), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
}

/** The `git` program, run in one folder and only for reading. */
export class Git {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Runs git and hands over what came out, whatever its exit code.
   *
   * @param input what is written to its standard input; empty without it.
   * @throws ComparisonError where there is no such folder or no git program.
   */
  async run(args: readonly string[], input = ""): Promise<GitRun> {
    if (!existsSync(this.folder)) {
      throw new ComparisonError(`There is no folder ${this.folder}. Set TENANTRY_FLEET_DIR to the fleet's folder.`);
    }
    return await new Promise((resolve, reject) => {
      // Paths are names, never patterns, and are neither quoted nor shortened.
      const options = ["--literal-pathspecs", "-c", "core.quotePath=false"];
      const child = spawn("git", [...options, ...args], { cwd: this.folder, env: gitEnvironment() });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
      child.on("error", (error) => reject(refusal(error)));
      child.on("close", (code) =>
        resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
      );
      // Git may end before it has read everything; its exit code says why.
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
    });
  }

  /** Output of a run that must succeed. @throws ComparisonError with git's own words where it does not. */
  async read(args: readonly string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input);
    if (code !== 0) throw new ComparisonError(gitFailed(args, stderr));
    return stdout.toString();
  }

  /** Records of a `-z` output. @throws ComparisonError where the run fails. */
  async records(args: readonly string[]): Promise<readonly string[]> {
    return (await this.read(args)).split("\0").filter((record) => record !== "");
  }
}

/** Git's own words, since it knows best what it stumbled over. */
export function gitFailed(args: readonly string[], stderr: string): string {
  const words = stderr.trim().split("\n").slice(-3).join("\n  ");
  return `git ${args[0] ?? ""} failed: ${words || "it said nothing"}\nTry \`git fsck\` in the repository.`;
}

function refusal(error: NodeJS.ErrnoException): Error {
  return error.code === "ENOENT"
    ? new ComparisonError(
        "The base is read with the git program, which is not on PATH. Install git (https://git-scm.com), or put it on PATH.",
      )
    : error;
}
