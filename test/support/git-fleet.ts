import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "../../fleet/base/fleet-side.ts";
import { openComparison } from "../../fleet/base/open-comparison.ts";
import { FleetFolder } from "./fleet-folder.ts";

const identity = ["-c", "user.name=Fleet", "-c", "user.email=fleet@example.com", "-c", "commit.gpgSign=false"];

/** Runs git in a folder as a person does, with the machine's own configuration left out. */
export function runGit(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" };
  return execFileSync("git", [...identity, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trim();
}

/** A copy of the committed fleet in a repository of its own, with one commit on `main`. Call `remove` afterwards. */
export class GitFleet extends FleetFolder {
  readonly #opened: Comparison[] = [];

  constructor() {
    super();
    this.git("init", "-q", "-b", "main");
    this.commit("The fleet");
  }

  git(...args: readonly string[]): string {
    return runGit(this.root, ...args);
  }

  /** Commits everything there is; returns the commit's id. */
  commit(message: string): string {
    this.git("add", "-A");
    this.git("commit", "-q", "--allow-empty", "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  /** Opens a comparison, which is disposed of with the folder. `root` is the fleet's folder; default: the top one. */
  async open(ref?: string, root = this.root): Promise<Comparison> {
    const comparison = await openComparison(root, ref);
    this.#opened.push(comparison);
    return comparison;
  }

  override remove(): void {
    for (const comparison of this.#opened.splice(0)) comparison.dispose();
    super.remove();
  }

  /** Every file under the folder, `.git` included, with time and content: what must stay as it is. */
  snapshot(): ReadonlyMap<string, string> {
    const files = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, `${statSync(path).mtimeMs} ${readFileSync(path, "base64")}`];
      }),
    );
  }
}
