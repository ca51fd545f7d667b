import { equal, match, ok, rejects } from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import * as pulumi from "@pulumi/pulumi";
import { synthesise } from "../../../fleet/synth/index.ts";
import { ProblemsError } from "../../../model/problems.ts";

const stackOf = async (run: Promise<unknown>): Promise<string> => {
  const failure = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  ok(failure instanceof Error, "it did not fail");
  return failure.stack ?? "";
};

describe("a program that fails in synthesise", () => {
  it("is told with the place in the program, though runs have no traces", async () => {
    const program = () => {
      throw new Error("no such tier");
    };
    match(await stackOf(synthesise(program, { stack: "toy" })), /no such tier\n.*failures\.test\.ts/);
  });

  it("fails by a rejection that nobody handles, with its place too", async () => {
    const program = () => {
      pulumi.output("x").apply(() => {
        throw new Error("inside apply");
      });
      return {};
    };
    match(await stackOf(synthesise(program, { stack: "toy" })), /inside apply\n.*failures\.test\.ts/);
  });

  it("refuses a second resource of one name, as the engine does", async () => {
    const program = () => {
      new Bucket("data");
      new Bucket("data");
      return {};
    };
    await rejects(
      synthesise(program, { stack: "toy" }),
      /Duplicate resource URN 'urn:pulumi:toy::tenantry::aws:s3\/bucket:Bucket::data'/,
    );
  });

  it("refuses to read what exists only in the cloud", async () => {
    const program = () => ({ arn: Bucket.get("data", "some-bucket").arn });
    await rejects(synthesise(program, { stack: "toy" }), /reading an existing aws:s3\/bucket:Bucket needs the cloud/);
  });

  it("is run once for a mistake in a file, and its problems are kept", async () => {
    let runs = 0;
    const problem = {
      file: "tenants/a.yaml",
      line: 1,
      column: 1,
      code: "TENANT_TIER_UNKNOWN",
      path: "tier",
      message: "no",
    };
    const program = () => {
      runs += 1;
      throw new ProblemsError([problem]);
    };
    await rejects(synthesise(program, { stack: "toy" }), { problems: [problem] });
    equal(runs, 1);
  });

  it("stops no other run, and leaves the process's own listeners and limits as they were", async () => {
    const listeners = process.listeners("unhandledRejection");
    const limit = Error.stackTraceLimit;
    const failing = synthesise(() => Promise.reject(new Error("no")), { stack: "bad" });
    const fine = synthesise(() => ({ fine: true }), { stack: "good" });
    await rejects(failing, /no/);
    equal((await fine).outputs["fine"], true);
    equal(Error.stackTraceLimit, limit);
    ok(listeners.every((listener) => process.listeners("unhandledRejection").includes(listener)));
    equal(process.listenerCount("unhandledRejection"), listeners.length);
  });
});
