import { deepEqual, equal } from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runPulumi } from "../../../automation/engine/run-pulumi.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("runPulumi", () => {
  let folder: ReturnType<typeof temporaryFolder>;

  /** Runs a shell script in the engine's place. */
  const run = (script: string) => {
    const programs = join(folder.path, "bin");
    mkdirSync(programs);
    writeFileSync(join(programs, "pulumi"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return runPulumi({
      arguments: ["up"],
      projectFolder: folder.path,
      environment: { PATH: `${programs}:${process.env["PATH"] ?? ""}` },
    });
  };
  /** One that has ended may wait as a zombie for whoever takes it over. */
  const isRunning = (pid: number): boolean => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
    } catch {
      return false;
    }
  };
  const pidIn = (name: string) => Number(readFileSync(join(folder.path, name), "utf8"));

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(() => folder.remove());

  it("gives the exit code and what was said", async () => {
    deepEqual(await run("echo words; echo complaint >&2; exit 3"), {
      code: 3,
      stdout: "words\n",
      stderr: "complaint\n",
    });
  });

  it("ends a host that the engine left running in a group of its own, and nobody else's process", async () => {
    const other = process.pid;
    const { code } = await run("setsid sleep 300 >/dev/null 2>&1 & echo $! > host.pid");
    equal(code, 0);
    equal(isRunning(pidIn("host.pid")), false);
    equal(isRunning(other), true);
  });

  it("ends one that does not listen to a polite word", async () => {
    await run(
      `setsid sh -c 'trap "" TERM; echo $$ > host.pid; while :; do sleep 0.1; done' >/dev/null 2>&1 & sleep 0.3`,
    );
    equal(isRunning(pidIn("host.pid")), false);
  });
});
