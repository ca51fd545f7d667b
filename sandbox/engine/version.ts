import type { Program } from "./program.ts";
import { runCommand } from "./run-command.ts";

const versionTimeoutMilliseconds = 20_000;

/** What an executable says it is: its version, `true` where the program tells none, `undefined` where it is not this program. */
export async function versionOf(program: Program, path: string): Promise<string | true | undefined> {
  const result = await runCommand(path, program.versionArguments, { timeoutMilliseconds: versionTimeoutMilliseconds });
  const match = program.versionPattern.exec(`${result.stdout}\n${result.stderr}`);
  return match === null ? undefined : (match[1] ?? true);
}

/** Whether a version found on PATH will do. */
export function acceptsVersion(program: Program, found: string | true): boolean {
  if (found === true) return true;
  const [wanted, has] = [numbers(program.version), numbers(found)];
  if (program.accepts === "patch" && (wanted[0] !== has[0] || wanted[1] !== has[1])) return false;
  return !isOlder(has, wanted);
}

function numbers(version: string): readonly number[] {
  return version.split(".").map(Number);
}

function isOlder(left: readonly number[], right: readonly number[]): boolean {
  const index = right.findIndex((part, position) => (left[position] ?? 0) !== part);
  return index >= 0 && (left[index] ?? 0) < (right[index] ?? 0);
}
