import { deepEqual, equal } from "node:assert/strict";
import { hostname } from "node:os";
import { areProvedDead, lockHoldersIn } from "../../../automation/engine/stale-lock.ts";

const complaint =
  "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n" +
  "  file:///state/.pulumi/locks/organization/tenantry/acme/1.json: created by root@builder (pid 4242) at 2026-11-24T15:00:00Z";

describe("stale locks", () => {
  it("reads the holder out of the engine's complaint", () => {
    deepEqual(lockHoldersIn(complaint), [{ host: "builder", pid: 4242 }]);
    deepEqual(lockHoldersIn("error: something else"), []);
  });

  it("never takes a holder on another machine, or an unknown one, for dead", () => {
    equal(areProvedDead([{ host: `not-${hostname()}`, pid: 2 ** 22 + 1 }]), false);
    equal(areProvedDead([]), false);
  });

  it("takes a holder on this machine for dead where no pulumi of that pid runs", () => {
    equal(areProvedDead([{ host: hostname(), pid: 2 ** 22 + 1 }]), true);
    equal(areProvedDead([{ host: hostname(), pid: process.pid }]), true);
  });
});
