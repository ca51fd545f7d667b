import { mkdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Environment, findGo, minimumGoVersion } from "./find-go.ts";
import type { GoBuild, Program } from "./program.ts";
import { runCommand } from "./run-command.ts";

/** Builds of many packages at once take a lot of memory. */
const maxParallelCompilers = 4;

/**
 * Builds a program from its published Go module into `folder`. `go mod tidy` is not used, since it asks for far more
 * than is built.
 *
 * @throws where Go is missing or too old, the program has no such module, or the build fails
 */
export async function buildProgram(program: Program, folder: string, environment: Environment): Promise<void> {
  const { build } = program;
  if (build === undefined) throw new Error("is not published as a Go module");
  const module = join(folder, ".module");
  await mkdir(module, { recursive: true });
  const go = await goIn(module, environment);
  const moduleFile = ["module engine.local/build", "", `go ${minimumGoVersion}.0`, ""];
  await writeFile(join(module, "go.mod"), moduleFile.join("\n"));
  if (build.moduleLines !== undefined) {
    await writeFile(join(module, "go.mod"), [...moduleFile, ...(await build.moduleLines(go)), ""].join("\n"));
  }
  await getAndBuild(build, go, join(folder, program.name));
  await rm(module, { recursive: true, force: true });
}

async function getAndBuild(build: GoBuild, go: Go, output: string): Promise<void> {
  if (build.get !== undefined) await go(["get", ...build.get]);
  await go(["build", ...build.flags, "-o", output, build.packagePath]);
}

type Go = (args: readonly string[]) => Promise<string>;

async function goIn(workFolder: string, environment: Environment): Promise<Go> {
  const command = await findGo(environment);
  const settings = {
    ...environment,
    CGO_ENABLED: "0",
    GOFLAGS: `-p=${Math.min(availableParallelism(), maxParallelCompilers)} -trimpath -buildvcs=false`,
    // A workspace or a target set for the person's own work is none of ours.
    GOWORK: "off",
    GOOS: undefined,
    GOARCH: undefined,
  };
  return async (args) => {
    const result = await runCommand(command, args, { workFolder, environment: settings });
    if (result.exitCode === 0) return result.stdout;
    throw new Error(`go ${args[0] ?? ""} failed: ${lastLines(result.stderr)}`);
  };
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" · ");
}
