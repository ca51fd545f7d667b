import { deepEqual, equal, ok } from "node:assert/strict";
import { parseDocument } from "../../files/read-document.ts";
import { outcome } from "../support/reading-outcome.ts";

const parsed = (text: string) => outcome(parseDocument(text, "x.yaml"));

describe("parseDocument", () => {
  it("reads YAML 1.2 as plain data", () => {
    const reading = parseDocument("a: on\nb: [1, 0.5, true, null]\nc: { d: 2026-12-31 }\n", "x.yaml");
    ok(reading.kind === "read");
    deepEqual(JSON.parse(JSON.stringify(reading.document.value)), {
      a: "on",
      b: [1, 0.5, true, null],
      c: { d: "2026-12-31" },
    });
  });

  it("reads JSON, tabs included", () => {
    deepEqual(parsed('{\n\t"a": [1, 2],\n\t"b": { "c": null }\n}\n'), ["read"]);
  });

  it("gives maps no prototype, so that no key is found that was not written", () => {
    const reading = parseDocument("a: {}\n", "x.yaml");
    ok(reading.kind === "read");
    equal(Object.getPrototypeOf(reading.document.value), null);
  });

  it("reads lines that end in CR LF, and knows their columns", () => {
    const reading = parseDocument("a: 1\r\nb:\r\n  - x\r\n", "x.yaml");
    ok(reading.kind === "read");
    deepEqual(reading.document.placeOf(["b", 0]), { file: "x.yaml", line: 3, column: 5, endColumn: 6 });
  });

  it("knows the place of keys, of values, and of the map that misses a key", () => {
    const reading = parseDocument("a:\n  b: { c: long value }\n", "x.yaml");
    ok(reading.kind === "read");
    const { placeOf } = reading.document;
    deepEqual(placeOf(["a", "b", "c"]), { file: "x.yaml", line: 2, column: 11, endColumn: 21 });
    deepEqual(placeOf(["a", "b", "c"], "key"), { file: "x.yaml", line: 2, column: 8, endColumn: 9 });
    deepEqual(placeOf(["a", "missing"]), { file: "x.yaml", line: 1, column: 1, endColumn: 2 });
  });

  it("finds a dotted key as one key", () => {
    const reading = parseDocument("overrides:\n  limits.max_users: 5\n", "x.yaml");
    ok(reading.kind === "read");
    deepEqual(reading.document.placeOf(["overrides", "limits.max_users"]), {
      file: "x.yaml",
      line: 2,
      column: 21,
      endColumn: 22,
    });
  });

  const refused: readonly (readonly [string, string, readonly string[]])[] = [
    ["an empty file", "", ["1:1 FILE_EMPTY"]],
    ["a file of comments only", "# nothing\n", ["1:1 FILE_EMPTY"]],
    ["10,000 nested lists in one line", "[".repeat(10_000) + "]".repeat(10_000), ["1:65 FILE_NESTED_TOO_DEEP"]],
    ["10,000 nested lists in block style", "- ".repeat(10_000), ["1:128 FILE_NESTED_TOO_DEEP"]],
    ["an anchor and its alias", "a: &x 1\nb: *x\n", ["1:7 FILE_ALIAS_REFUSED a", "2:4 FILE_ALIAS_REFUSED b"]],
    [
      "an anchors bomb",
      [
        "a: &a [x]",
        ...[..."bcdefghi"].map((name, index) => `${name}: &${name} [*${"abcdefgh"[index]}, *${"abcdefgh"[index]}]`),
      ].join("\n"),
      ["1:7 FILE_ALIAS_REFUSED a"],
    ],
    ["a merge key", "a: 1\n<<: { b: 2 }\n", ["2:1 FILE_MERGE_KEY_REFUSED <<"]],
    ["a tag", "a: !!str 1\nb: !mine 2\n", ["1:10 FILE_TAG_REFUSED a", "2:10 FILE_TAG_REFUSED b"]],
    ["a second document", "a: 1\n---\nb: 2\n", ["2:1 FILE_MANY_DOCUMENTS"]],
    ["__proto__ as a key", "__proto__: { a: 1 }\n", ["1:1 KEY_FORBIDDEN __proto__"]],
    ["__proto__ as a quoted key", '{ "__proto__": { "polluted": true } }', ["1:3 KEY_FORBIDDEN __proto__"]],
    ["constructor as a key", "a: { constructor: { prototype: {} } }\n", ["1:6 KEY_FORBIDDEN a.constructor"]],
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n", ["3:1 KEY_DUPLICATE a"]],
    ["a key that is a list", "? [a]\n: 1\n", ["1:3 KEY_NOT_TEXT"]],
    ["infinity", "a: .inf\n", ["1:4 VALUE_NOT_FINITE a"]],
    ["a tab as indentation", "a:\n\tb: 1\n", ["2:1 FILE_SYNTAX"]],
    ["a NUL", "a: x\u0000y\n", ["1:5 TEXT_CHARACTER_HIDDEN"]],
    ["a zero-width space", "a: x\u200by\n", ["1:5 TEXT_CHARACTER_HIDDEN"]],
    ["a right-to-left override in a comment", "a: 1 # \u202e\n", ["1:8 TEXT_CHARACTER_HIDDEN"]],
    ["a right-to-left override behind an escape", 'a: "\\u202e"\n', ["1:4 TEXT_CHARACTER_HIDDEN a"]],
  ];
  for (const [what, text, problems] of refused) {
    it(`R-TEN-2 refuses ${what}`, () => {
      const found = parsed(text);
      deepEqual(found.slice(0, problems.length), problems);
    });
  }

  it("R-TEN-2 reports errors of syntax all at once, each at its place", () => {
    deepEqual(parsed("a: [1\nb: {\nc: 'x\n"), ["2:1 FILE_SYNTAX", "3:1 FILE_SYNTAX", "4:1 FILE_SYNTAX"]);
  });

  it("shows no more than fifty errors of what is no YAML at all", () => {
    const found = parsed("'\"".repeat(10_000));
    equal(found.length, 51);
  });

  it("R-TEN-2 names the character that nobody sees", () => {
    const reading = parseDocument("a: x\u202ey\n", "x.yaml");
    ok(reading.kind === "refused");
    equal(reading.problems[0]?.found, "U+202E RIGHT-TO-LEFT OVERRIDE");
  });
});
