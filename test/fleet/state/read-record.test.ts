import { deepEqual, equal, match } from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { readRecord } from "../../../fleet/state/read-record.ts";

const resource = {
  urn: "urn:pulumi:acme::tenantry::aws:s3/bucket:Bucket::acme",
  custom: true,
  type: "aws:s3/bucket:Bucket",
};
const deployment = { manifest: { time: "2026-11-24T20:07:39Z" }, resources: [resource] };
const bytes = (document: unknown): Buffer => Buffer.from(JSON.stringify(document));
const checkpoint = (latest: unknown, version = 3): Buffer => bytes({ version, checkpoint: { stack: "acme", latest } });
const again = "Write it anew: pulumi stack export --stack acme --file acme.json";

describe("reading a stack's record (R-USE-2)", () => {
  it("reads a checkpoint, packed or not, and an export alike", () => {
    const read = { kind: "read", record: { stack: "acme", writtenAt: "2026-11-24T20:07:39Z", resources: [resource] } };
    for (const written of [
      checkpoint(deployment),
      checkpoint(deployment, 4),
      gzipSync(checkpoint(deployment)),
      bytes({ version: 3, deployment }),
    ]) {
      deepEqual(readRecord(written, "acme", "acme.json"), read);
    }
  });

  it("takes a stack without resources for one that is not there", () => {
    for (const written of [checkpoint({}), checkpoint(null), bytes({ version: 3, deployment: { resources: null } })]) {
      deepEqual(readRecord(written, "acme", "acme.json"), { kind: "absent" });
    }
  });

  it("refuses an empty, cut, unreadable, foreign or newer file, each in its own words, with what to type next", () => {
    const whole = checkpoint(deployment);
    const cases: readonly [Buffer, string][] = [
      [Buffer.alloc(0), `acme.json is empty. ${again}`],
      [gzipSync(whole).subarray(0, 40), `acme.json ends in the middle: it was cut off. ${again}`],
      [Buffer.from("<html>"), `acme.json is no JSON. ${again}`],
      [
        bytes({ resources: [] }),
        `acme.json is no checkpoint of a stack and no export: it has no number under version. ${again}`,
      ],
      [checkpoint(deployment, 9), `acme.json has version 9; versions 3 and 4 can be read. ${again}`],
    ];
    for (const [written, reason] of cases) {
      deepEqual(readRecord(written, "acme", "acme.json"), { kind: "refused", reason });
    }
  });

  it("says of a text cut off at any place that it was cut off", () => {
    const whole = checkpoint(deployment);
    for (let length = 1; length < whole.length; length += 1) {
      const reading = readRecord(whole.subarray(0, length), "acme", "acme.json");
      equal(
        reading.kind === "refused" && reading.reason.includes("cut off"),
        true,
        whole.subarray(0, length).toString(),
      );
    }
  });

  it("refuses another stack's record, and one whose resources have another form", () => {
    const other = readRecord(checkpoint(deployment), "umbra", "umbra.json");
    deepEqual(other, { kind: "refused", reason: "umbra.json is the record of the stack acme, not of umbra" });
    const odd = readRecord(checkpoint({ resources: [{ ...resource, protect: "yes" }] }), "acme", "acme.json");
    match(odd.kind === "refused" ? odd.reason : "", /^acme\.json is not as the engine writes it: /);
  });

  it("refuses a record that an earlier run left unfinished, and says how to finish it", () => {
    const cases: readonly [object, string][] = [
      [
        { ...deployment, pending_operations: [{ type: "creating", resource }] },
        "an operation that did not end (creating aws:s3/bucket:Bucket acme), so it does not say what is there. Let the engine look first: pulumi refresh --stack acme",
      ],
      [
        { resources: [resource, { ...resource, delete: true }, { ...resource, pendingReplacement: true }] },
        "a run that did not end (left over: aws:s3/bucket:Bucket acme and 1 more), so it does not say what is there. End it: pulumi up --stack acme",
      ],
      [
        { resources: [{ ...resource, taint: true }] },
        "resources that are marked to be replaced (aws:s3/bucket:Bucket acme), so it does not say what is there. End it: pulumi up --stack acme",
      ],
    ];
    for (const [latest, reason] of cases) {
      deepEqual(readRecord(checkpoint(latest), "acme", "acme.json"), {
        kind: "refused",
        reason: `acme.json records ${reason}`,
      });
    }
  });

  it("quotes nothing of the file, which may hold a secret, and nothing that a terminal would obey", () => {
    const secret = readRecord(Buffer.from('{"password": hunter2'), "acme", "acme.json");
    deepEqual(secret, { kind: "refused", reason: `acme.json is no JSON. ${again}` });
    const urn = "urn:pulumi:\u001b[31mred::tenantry::t::n";
    const hostile = readRecord(checkpoint({ resources: [{ ...resource, urn }] }), "acme", "acme.json");
    deepEqual(hostile, {
      kind: "refused",
      reason: "acme.json is the record of the stack \\u001b[31mred, not of acme",
    });
  });
});
