import { equal, throws } from "node:assert/strict";
import {
  finished,
  OperationFailedError,
  OperationInterruptedError,
} from "../../../automation/operations/operation-failed-error.ts";

describe("finished", () => {
  it("hands on a run that is done", () => {
    const done = { kind: "done", changes: { same: 1 }, outputs: {}, seconds: 1 } as const;
    equal(finished("acme-corp", "up", done), done);
  });

  it("words a failure with the cloud's own reasons, and says that nothing is lost", () => {
    const failed = { kind: "failed", reasons: ["BucketAlreadyExists: taken"], seconds: 1 } as const;
    throws(
      () => finished("acme-corp", "up", failed),
      new OperationFailedError("acme-corp", "up", ["BucketAlreadyExists: taken"]),
    );
    throws(() => finished("acme-corp", "up", failed), /up of stack acme-corp failed; what was made so far is recorded/);
  });

  it("tells an interruption and another's lock from a failure of the cloud", () => {
    throws(() => finished("acme-corp", "up", { kind: "interrupted" }), OperationInterruptedError);
    throws(() => finished("acme-corp", "up", { kind: "busy", lock: "pid 7" }), /somebody else is at work on it: pid 7/);
  });
});
