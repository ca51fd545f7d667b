import assert from "node:assert/strict";
import { join } from "node:path";
import { resetSandbox, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("what a sandbox can be asked beside Pulumi", function () {
  this.timeout(60_000);
  const temporary = temporaryFolder();
  const folder = join(temporary.path, "sandbox");
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({ folder });
  });
  after(async () => {
    await resetSandbox(folder);
    temporary.remove();
  });

  it("refuses an operation that no package offers, with those that there are", async () => {
    await assert.rejects(sandbox.call("random", "roll"), /Package random offers no operation roll\. It offers: none\./);
    await assert.rejects(sandbox.call("constructor", "toString"), /offers no operation toString/);
  });

  it("passes faults on to the embedded account, and what it says of a bad one", async () => {
    await assert.rejects(
      sandbox.setFaults([{ kind: "sulking" as never }]),
      /Fault kind sulking: allowed are throttling/,
    );
    await sandbox.setFaults([{ type: "aws:kms/key:Key", operation: "create", kind: "throttling", times: 1 }], 7);
    await sandbox.clearFaults();
  });

  it("moves the clock forward alone", async () => {
    await sandbox.moveClock(60_000);
    await assert.rejects(sandbox.moveClock(-1), /moves forward only; found -1 milliseconds/);
  });
});
