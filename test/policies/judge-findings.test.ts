import { deepEqual } from "node:assert/strict";
import type { PolicyException } from "../../policies/exceptions-spec.ts";
import { type Finding, judgeFindings, judgementLines } from "../../policies/judge-findings.ts";

const finding: Finding = {
  rule: "CKV_AWS_144",
  stack: "acme-corp",
  resource: "aws_s3_bucket.acme-corp-bucket-objects",
  title: "replicated",
};
const exception: PolicyException = {
  rule: "CKV_AWS_144",
  scope: "acme-corp/aws_s3_bucket.*-objects",
  reason: "Its tier has no copy in another Region.",
  expires: "2027-05-31",
};
const against = { rules: new Set(["CKV_AWS_144"]), today: "2026-11-24" };
const open = (exceptions: readonly PolicyException[], findings: readonly Finding[] = [finding]) =>
  judgementLines(judgeFindings(findings, exceptions, against));

describe("findings against exceptions", () => {
  it("leave nothing open where each is excused, and are open where none is", () => {
    deepEqual(open([exception]), []);
    deepEqual(open([]), ["CKV_AWS_144 acme-corp/aws_s3_bucket.acme-corp-bucket-objects: replicated"]);
  });

  it("are excused by rule, stack and resource together", () => {
    for (const other of [
      { ...exception, rule: "CKV_AWS_145" },
      { ...exception, scope: "blue-kite/aws_s3_bucket.*-objects" },
      { ...exception, scope: "acme-corp/aws_s3_bucket.*-replica" },
      { ...exception, scope: "acme/aws_s3_bucket.*-objects" },
    ])
      deepEqual(judgeFindings([finding], [other], against).unexcused, [finding]);
  });

  it("are open again after the last day, on which they still hold", () => {
    deepEqual(open([{ ...exception, expires: "2026-11-24" }]), []);
    deepEqual(open([{ ...exception, expires: "2026-11-23" }]), [
      "CKV_AWS_144 acme-corp/aws_s3_bucket.acme-corp-bucket-objects: replicated",
      "exception CKV_AWS_144 of acme-corp/aws_s3_bucket.*-objects: expired on 2026-11-23; fix it, or say anew why it may be",
    ]);
  });

  it("tell of an exception that excuses nothing, of a rule that is not there, and of one for more than a year", () => {
    deepEqual(open([exception], []), [
      "exception CKV_AWS_144 of acme-corp/aws_s3_bucket.*-objects: nothing is found any more; delete it",
    ]);
    deepEqual(
      open([exception, { ...exception, rule: "CKV_AWS_999" }]).filter((line) => line.includes("no such rule")),
      ["exception CKV_AWS_999 of acme-corp/aws_s3_bucket.*-objects: Checkov has no such rule"],
    );
    deepEqual(open([{ ...exception, expires: "2027-11-25" }]), []);
    deepEqual(open([{ ...exception, expires: "2027-11-26" }]), [
      "exception CKV_AWS_144 of acme-corp/aws_s3_bucket.*-objects: 2027-11-26 is more than a year away",
    ]);
  });
});
