import { deepEqual, ok } from "node:assert/strict";
import { z } from "zod";
import { checkDocument } from "../../files/check-document.ts";
import { parseDocument } from "../../files/read-document.ts";

const Spec = z.strictObject({
  name: z.string().min(2),
  size: z.int().max(10).optional(),
  level: z.enum(["low", "high"]).optional(),
  tags: z.array(z.string()).optional(),
  inner: z.strictObject({ first: z.string(), second: z.boolean().optional() }).optional(),
  either: z.union([z.number(), z.strictObject({ secret: z.string() })]).optional(),
  client_secret: z.number().optional(),
});

function problems(yaml: string) {
  const reading = parseDocument(yaml, "x.yaml");
  ok(reading.kind === "read");
  const checked = checkDocument(reading.document, Spec);
  return checked.kind === "refused" ? checked.problems : [];
}
const summary = (yaml: string) =>
  problems(yaml).map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`);

describe("checkDocument", () => {
  it("gives the data of a document that holds to its schema", () => {
    const reading = parseDocument("name: box\nsize: 3\n", "x.yaml");
    ok(reading.kind === "read");
    deepEqual(checkDocument(reading.document, Spec), { kind: "checked", value: { name: "box", size: 3 } });
  });

  it("R-TEN-2 reports every problem at once, each at its own key or value", () => {
    deepEqual(summary("size: many\nlevel: hihg\nsiez: 1\ninner: { secnd: true }\n"), [
      "1:1 KEY_MISSING name",
      "1:7 VALUE_TYPE_WRONG size",
      "2:8 VALUE_UNKNOWN level",
      "3:1 KEY_UNKNOWN siez",
      "4:1 KEY_MISSING inner.first",
      "4:10 KEY_UNKNOWN inner.secnd",
    ]);
  });

  it("R-TEN-2 offers the nearest key and the nearest value", () => {
    deepEqual(
      problems("name: box\nlevel: hihg\ninner: { first: a, secnd: true }\n").map(({ suggestion }) => suggestion),
      ["did you mean high?", "did you mean second?"],
    );
  });

  it("tells a number that should be text to put on quotes, and the other way round", () => {
    deepEqual(
      problems('name: 12\nsize: "3"\n').map(({ suggestion }) => suggestion),
      ['put it in quotes: "12"', "leave the quotes out: 3"],
    );
  });

  it("offers a list where one value stands for it", () => {
    deepEqual(problems("name: box\ntags: red\n")[0]?.suggestion, "write it as a list: [red]");
  });

  it("counts what a size counts", () => {
    deepEqual(
      problems("name: x\nsize: 11\n").map(({ message }) => message),
      ["must be at least 2 characters long", "must be at most 10"],
    );
  });

  it("looks into the form of a union that was meant", () => {
    deepEqual(summary("name: box\neither: { secrt: a }\n"), [
      "2:1 KEY_MISSING either.secret",
      "2:11 KEY_UNKNOWN either.secrt",
    ]);
  });

  it("names every form where none was meant", () => {
    deepEqual(problems("name: box\neither: text\n")[0]?.allowed, "a number, or a map");
  });

  it("shows nothing of what stands under a secret's key", () => {
    deepEqual(problems("name: box\nclient_secret: hunter2\n")[0]?.found, "a value that is not shown");
  });
});
