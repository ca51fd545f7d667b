import { deepEqual } from "node:assert/strict";
import { tenantFileProblems as problems, tenantFileSummary as summary } from "../support/tenant-yaml.ts";

const withId = (id: string) => summary({ id }, `tenants/${id}.yaml`);

describe("tenant id", () => {
  for (const id of [
    "abc",
    "acme-corp",
    "a1b2",
    "x".repeat(40),
    "tenant-0001",
    "awful".replace("aw", "ow"),
    "kubernetes-fans",
  ]) {
    it(`R-TEN-3 accepts the id ${id}`, () => {
      deepEqual(withId(id), []);
    });
  }

  const forms = ["ab", "x".repeat(41), "1acme", "Acme", "acme_corp", "acme.corp", "-acme", "acme-", "acme corp"];
  for (const id of forms) {
    it(`R-TEN-3 refuses the id ${id} for its form`, () => {
      deepEqual(withId(id), ["2:5 ID_FORM id"]);
    });
  }

  it("R-TEN-3 refuses two hyphens in a row", () => {
    deepEqual(withId("acme--corp"), ["2:5 ID_FORM id"]);
  });

  const reserved = [
    "postgres",
    "public",
    "pg-data",
    "kube-system",
    "default",
    "aws-corp",
    "awsome",
    "xn-acme",
    "cell-us-1",
    "control-plane",
    "acme-s3alias",
    "template1",
  ];
  for (const id of reserved) {
    it(`R-TEN-3 refuses the reserved id ${id}`, () => {
      deepEqual(withId(id), ["2:5 ID_RESERVED id"]);
    });
  }

  it("R-TEN-2 refuses a letter of another script that looks like Latin, and says which it is", () => {
    const [problem] = problems({ id: "аcme-corp" }, "tenants/аcme-corp.yaml");
    deepEqual([problem?.code, problem?.found], ["ID_LETTER_FOREIGN", "аcme-corp, with а U+0430 (Cyrillic)"]);
  });

  it("R-TEN-2 refuses an id that is not the file's name, upper and lower case told apart", () => {
    deepEqual(summary({}, "tenants/acme.yaml"), ["2:5 ID_FILE_MISMATCH id"]);
    deepEqual(summary({}, "tenants/ACME-corp.yaml"), ["2:5 ID_FILE_MISMATCH id"]);
  });
});
