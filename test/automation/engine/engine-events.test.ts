import { deepEqual, equal } from "node:assert/strict";
import { EngineRecord } from "../../../automation/engine/engine-events.ts";
import { isUnchanged, type ResourceStep, resourceCount } from "../../../automation/engine/stack-operation.ts";

const urn = "urn:pulumi:acme::tenantry::aws:s3/bucket:Bucket::acme-bucket";
const line = (event: unknown) => JSON.stringify(event);

describe("EngineRecord", () => {
  it("keeps the engine's errors with their resource, and never a debug event", () => {
    const record = new EngineRecord();
    record.readLine(line({ diagnosticEvent: { severity: "debug", message: "password=hunter2" } }));
    record.readLine(line({ diagnosticEvent: { severity: "error", message: "BucketAlreadyExists: taken\n", urn } }));
    deepEqual(record.errors, ["aws:s3/bucket:Bucket acme-bucket: BucketAlreadyExists: taken"]);
  });

  it("tells steps that change something, and the stack's outputs with secrets left out", () => {
    const steps: ResourceStep[] = [];
    const record = new EngineRecord((step) => steps.push(step));
    record.readLine(line({ resourcePreEvent: { metadata: { op: "same", urn, type: "t" } } }));
    record.readLine(line({ resourcePreEvent: { metadata: { op: "create", urn, type: "t" } } }));
    const outputs = { bucketName: "b", password: { "4dabf18193072939515e22adb298388d": "x", ciphertext: "[secret]" } };
    record.readLine(
      line({ resOutputsEvent: { metadata: { op: "same", urn, type: "pulumi:pulumi:Stack", new: { outputs } } } }),
    );
    record.readLine(line({ summaryEvent: { resourceChanges: { create: 1, same: 2 }, result: "succeeded" } }));
    deepEqual(steps, [{ operation: "create", urn, type: "t" }]);
    deepEqual(record.outputs, { bucketName: "b", password: "[secret]" });
    equal(record.succeeded, true);
  });

  it("passes over what is no event", () => {
    const record = new EngineRecord();
    record.readLine("{ broken");
    record.readLine("Updating (acme):");
    deepEqual([record.errors, record.changes, record.succeeded], [[], {}, false]);
  });
});

describe("changes of a run", () => {
  it("is unchanged where everything stayed the same, and only there", () => {
    equal(isUnchanged({ same: 8, read: 1 }), true);
    equal(isUnchanged({ same: 8, update: 1 }), false);
  });

  it("counts what the stack holds afterwards, without the stack itself", () => {
    equal(resourceCount({ same: 3, create: 2, delete: 4 }), 4);
  });
});
