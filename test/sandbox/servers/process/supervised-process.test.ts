import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isRunning } from "../../../../sandbox/servers/process/process-identity.ts";
import { endRecordedProcesses, recordProcess } from "../../../../sandbox/servers/process/process-record.ts";
import { startProcess } from "../../../../sandbox/servers/process/supervised-process.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

describe("startProcess", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const options = (script: string) => ({
    name: "shell",
    command: "/bin/sh",
    args: ["-c", script],
    workFolder: folder.path,
    logFile: join(folder.path, "log"),
    recordFolder: join(folder.path, "records"),
    stopSignal: "SIGTERM" as const,
  });

  it("runs a program in its folder, keeps its log to itself, and stops it by its signal", async () => {
    const process = await startProcess(options("trap 'echo ended; exit 0' TERM; pwd; while :; do sleep 0.05; done"));
    while (!readFileSync(join(folder.path, "log"), "utf8").includes(folder.path)) await sleep(20);
    assert.equal(process.isRunning(), true);
    assert.deepEqual(readdirSync(join(folder.path, "records")), ["shell.json"]);
    await process.stop();
    await process.stop();
    assert.equal(process.isRunning(), false);
    assert.equal(readFileSync(join(folder.path, "log"), "utf8"), `${folder.path}\nended\n`);
    assert.deepEqual(readdirSync(join(folder.path, "records")), []);
  });

  it("notices a program that ends by itself", async () => {
    const process = await startProcess(options("sleep 0.3; exit 3"));
    await process.ended;
    assert.equal(process.isRunning(), false);
  });

  it("refuses a program that is not there", async () => {
    await assert.rejects(startProcess({ ...options(""), workFolder: join(folder.path, "missing") }), /ENOENT/);
  });

  it("ends with its supervisor, even where that is killed", async () => {
    const script = `
      import { startProcess } from ${JSON.stringify(join(import.meta.dirname, "../../../../sandbox/servers/process/supervised-process.ts"))};
      const child = await startProcess(${JSON.stringify(options("exec sleep 600"))});
      console.log(child.pid);`;
    const supervisor = spawn(
      process.execPath,
      ["--input-type=module", "-e", `${script}\nawait new Promise((resolve) => setTimeout(resolve, 600_000));`],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [line] = (await once(supervisor.stdout, "data")) as [Buffer];
    const child = identify(Number(line.toString()));
    assert.ok(child);
    supervisor.kill("SIGKILL");
    await once(supervisor, "exit");
    // Where the kernel does not see to it, the next supervisor does.
    await endRecordedProcesses(join(folder.path, "records"));
    assert.equal(isRunning(child), false);
    assert.deepEqual(readdirSync(join(folder.path, "records")), []);
  });
});

describe("endRecordedProcesses", () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it("ends what was recorded, and leaves a process alone that only has the same pid", async () => {
    const [ours, other] = [spawn("sleep", ["600"]), spawn("sleep", ["600"])];
    const [oursIdentity, otherIdentity] = [identify(ours.pid ?? 0), identify(other.pid ?? 0)];
    assert.ok(oursIdentity && otherIdentity);
    recordProcess(folder.path, "ours", oursIdentity, "SIGTERM");
    recordProcess(folder.path, "other", { ...otherIdentity, started: "long ago" }, "SIGTERM");
    writeFileSync(join(folder.path, "half.json"), '{"pid":');
    await endRecordedProcesses(folder.path);
    assert.equal(isRunning(oursIdentity), false);
    assert.equal(isRunning(otherIdentity), true);
    assert.deepEqual(readdirSync(folder.path), []);
    other.kill();
    await once(other, "exit");
    assert.equal(isRunning(otherIdentity), false);
    assert.equal(existsSync(folder.path), true);
  });
});
