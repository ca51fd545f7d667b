import { deepEqual, equal } from "node:assert/strict";
import { excerptOf } from "../../../cli/report/excerpt.ts";

const at = (line: number, column: number, endColumn?: number) => ({
  file: "x.yaml",
  line,
  column,
  ...(endColumn === undefined ? {} : { endColumn }),
});

describe("excerptOf", () => {
  it("shows the line with carets below the spot", () => {
    deepEqual(excerptOf("a: 1\nkey: value\n", at(2, 6, 11)), { line: "key: value", marks: "     ^^^^^" });
  });

  it("marks one character where the spot has no end on the line", () => {
    deepEqual(excerptOf("key:\n  a: 1\n", at(1, 1)), { line: "key:", marks: "^" });
  });

  it("marks the end of a line where something is missing there", () => {
    deepEqual(excerptOf("key: [\n", at(1, 7)), { line: "key: [", marks: "      ^" });
  });

  it("draws a tab as two columns, above and below", () => {
    deepEqual(excerptOf("\tkey: x\n", at(1, 7, 8)), { line: "  key: x", marks: "       ^" });
  });

  it("gives a wide character two columns, and a combining one none", () => {
    deepEqual(excerptOf("名: value\n", at(1, 4, 9)), { line: "名: value", marks: "    ^^^^^" });
    deepEqual(excerptOf("e\u0301: value\n", at(1, 5, 10)), { line: "e\u0301: value", marks: "   ^^^^^" });
  });

  it("counts a character beyond the basic plane as the editors do, and draws it once", () => {
    deepEqual(excerptOf("🚀: value\n", at(1, 5, 10)), { line: "🚀: value", marks: "    ^^^^^" });
  });

  it("draws what a terminal would obey as a picture of itself", () => {
    deepEqual(excerptOf("a: \u001b[31m\n", at(1, 4, 5)), { line: "a: \ufffd[31m", marks: "   ^" });
  });

  it("leaves the carriage return of a line's end out", () => {
    equal(excerptOf("key: value\r\n", at(1, 1, 4))?.line, "key: value");
  });

  it("clips a long line around the spot", () => {
    const excerpt = excerptOf(`${"x".repeat(500)}HERE${"y".repeat(500)}\n`, at(1, 501, 505));
    equal(excerpt?.line, `…${"x".repeat(30)}HERE${"y".repeat(66)}…`);
    equal(excerpt?.marks, `${" ".repeat(31)}^^^^`);
  });

  it("hides what must not be shown, and keeps the columns", () => {
    deepEqual(excerptOf("secret: hunter2, x: y\n", at(1, 18, 19), [at(1, 9, 16)]), {
      line: "secret: •••••••, x: y",
      marks: "                 ^",
    });
  });

  it("hides to the line's end what goes on in the next line", () => {
    equal(excerptOf("secret: hunter2\n", at(1, 1, 7), [at(1, 9)])?.line, "secret: •••••••");
  });

  it("shows nothing of a line that there is not", () => {
    equal(excerptOf("a\n", at(9, 1)), undefined);
  });
});
