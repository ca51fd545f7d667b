import { deepEqual, equal, ok } from "node:assert/strict";
import { checkCellDocument, readCell } from "../../cells/index.ts";
import { parseDocument } from "../../files/read-document.ts";

const root = new URL("../..", import.meta.url).pathname;

const good: Readonly<Record<string, string>> = {
  schema_version: "1",
  id: "us-1",
  account_id: '"111122223333"',
  partition: "aws",
  region: "us-east-1",
  residency: "us",
  recovery_region: "us-west-2",
  state: "open",
  tiers: "[free]",
  zones: "3",
  postgres: '{ version: "17", instance: db.r8g.large, max_connections: 4500 }',
  kubernetes: '{ version: "1.34" }',
  key_rotation_days: "90",
  capacity: "{ tenants: 400, database_connections: 4500, namespaces: 500, user_pools: 900, buckets: 900, roles: 800 }",
  head_room_percent: "20",
};

function summary(changes: Readonly<Record<string, string>>): readonly string[] {
  const text = Object.entries({ ...good, ...changes }).map(([key, value]) => `${key}: ${value}\n`);
  const reading = parseDocument(text.join(""), "cells/us-1.yaml");
  ok(reading.kind === "read");
  const checked = checkCellDocument(reading.document);
  return checked.kind === "refused"
    ? checked.problems.map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`)
    : [];
}

describe("cell file", () => {
  it("reads the committed cells", () => {
    const reading = readCell("us-1", root);
    equal(reading.kind === "read" && reading.cell.spec.account_id, "111122223333");
  });

  it("accepts a service and an address block beside the keys that it must have", () => {
    deepEqual(
      summary({
        postgres: '{ version: "17", instance: db.r8g.large, max_connections: 4500, service: rds }',
        vpc_cidr: "10.20.0.0/16",
      }),
      [],
    );
  });

  const refused: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    ["an account without quotes", { account_id: "111122223333" }, ["3:13 VALUE_TYPE_WRONG account_id"]],
    ["an account of eleven digits", { account_id: '"11112222333"' }, ["3:13 ACCOUNT_ID_FORM account_id"]],
    ["an id that is not the file's name", { id: "us-2" }, ["2:5 ID_FILE_MISMATCH id"]],
    ["a Region that is none", { region: "virginia" }, ["5:9 REGION_FORM region"]],
    ["a Region of another partition", { partition: "aws-us-gov" }, ["4:12 CELL_PARTITION_MISMATCH partition"]],
    ["R-CMP-4 a Region outside the residency", { region: "eu-west-1" }, ["5:9 CELL_RESIDENCY_LEFT region"]],
    [
      "R-CMP-4 a recovery Region outside the residency",
      { recovery_region: "ca-central-1" },
      ["7:18 CELL_RESIDENCY_LEFT recovery_region"],
    ],
    [
      "a recovery Region that is the cell's own",
      { recovery_region: "us-east-1" },
      ["7:18 CELL_RECOVERY_SAME_REGION recovery_region"],
    ],
    ["an unknown state", { state: "full" }, ["8:8 VALUE_UNKNOWN state"]],
    ["no tier", { tiers: "[]" }, ["9:8 VALUE_OUT_OF_RANGE tiers"]],
    ["one zone", { zones: "1" }, ["10:8 VALUE_OUT_OF_RANGE zones"]],
    [
      "a version that lost its quotes",
      { kubernetes: "{ version: 1.34 }" },
      ["12:24 VALUE_TYPE_WRONG kubernetes.version"],
    ],
    [
      "R-INF-1 a rotation that KMS does not offer",
      { key_rotation_days: "30" },
      ["13:20 VALUE_OUT_OF_RANGE key_rotation_days"],
    ],
    ["a capacity of nobody", { capacity: "{ tenants: 0 }" }, ["14:22 VALUE_OUT_OF_RANGE capacity.tenants"]],
    ["an unknown capacity", { capacity: "{ tenants: 1, bukets: 3 }" }, ["14:25 KEY_UNKNOWN capacity.bukets"]],
    ["head room of everything", { head_room_percent: "100" }, ["15:20 VALUE_OUT_OF_RANGE head_room_percent"]],
    [
      "a database service of the other kind of cell",
      { postgres: '{ version: "17", instance: db.r8g.large, max_connections: 4500, service: aurora }' },
      ["11:84 CELL_SERVICE_MISMATCH postgres.service"],
    ],
  ];
  for (const [what, changes, expected] of refused) {
    it(`refuses ${what}`, () => {
      deepEqual(summary(changes), expected);
    });
  }
});
