import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureProgram } from "../../../../sandbox/engine/ensure-program.ts";
import { type ControlPlaneProgram, startControlPlane } from "../../../../sandbox/servers/kubernetes/control-plane.ts";
import { freePort } from "../../../../sandbox/servers/process/free-port.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

/** A control plane whose controller manager ends by itself the first `failures` times. */
async function withFailures(failures: number) {
  const temporary = temporaryFolder();
  const runs = join(temporary.path, "runs");
  writeFileSync(runs, "");
  const programPath = async (name: ControlPlaneProgram) => {
    const program = await ensureProgram(name);
    if (name !== "kube-controller-manager") return program;
    const wrapper = join(temporary.path, "controller-manager.sh");
    const body = `echo run >> '${runs}'\nif [ $(wc -l < '${runs}') -le ${failures} ]; then echo "gave up"; exit 1; fi\nexec '${program}' "$@"`;
    writeFileSync(wrapper, `#!/bin/sh\n${body}\n`, { mode: 0o700 });
    return wrapper;
  };
  const start = async () =>
    startControlPlane({
      clusterName: "one",
      folder: join(temporary.path, "cluster"),
      port: await freePort(),
      recordFolder: join(temporary.path, "processes"),
      programPath,
    });
  const countRuns = () => readFileSync(runs, "utf8").split("\n").length - 1;
  return { start, countRuns, remove: () => temporary.remove() };
}

describe("startControlPlane", function () {
  this.timeout(180_000);

  it("starts a controller manager again that gave up while the API server came up", async () => {
    const { start, countRuns, remove } = await withFailures(2);
    const plane = await start();
    try {
      assert.deepEqual([countRuns(), plane.isRunning()], [3, true]);
    } finally {
      await plane.stop();
      remove();
    }
  });

  it("gives up where it ends again and again, with what it said last, and leaves nothing running", async () => {
    const { start, countRuns, remove } = await withFailures(99);
    await assert.rejects(
      start(),
      /kube-controller-manager of the cluster one ended, and did so again after 3 restarts: .*gave up/s,
    );
    assert.equal(countRuns(), 4);
    remove();
  });
});
