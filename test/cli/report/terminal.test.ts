import { equal } from "node:assert/strict";
import { printableLine, renderProblems } from "../../../cli/report/terminal.ts";

const problem = {
  file: "x.yaml",
  line: 1,
  column: 4,
  endColumn: 6,
  code: "VALUE_UNKNOWN",
  path: "a",
  message: "is wrong",
};
const texts = new Map([["x.yaml", "a: no\n"]]);

describe("renderProblems", () => {
  it("says file, line, column, code, path, what is wrong, found, allowed and what to do", () => {
    const full = { ...problem, found: "no", allowed: "yes", suggestion: "write yes" };
    equal(printableLine(full), "x.yaml:1:4 VALUE_UNKNOWN a: is wrong · found no · allowed yes · write yes");
  });

  it("leaves out what a problem does not have", () => {
    equal(printableLine({ ...problem, path: "" }), "x.yaml:1:4 VALUE_UNKNOWN: is wrong");
  });

  it("writes control characters of a file's text as code points", () => {
    equal(
      printableLine({ ...problem, found: "a\u001b[0m\nb" }),
      "x.yaml:1:4 VALUE_UNKNOWN a: is wrong · found a\\u001b[0m\\u000ab",
    );
  });

  it("shows the line, the spot and the count, without color where it is not a terminal", () => {
    equal(
      renderProblems([problem], { texts }),
      "x.yaml:1:4 VALUE_UNKNOWN a: is wrong\n  1 | a: no\n    |    ^^\n\n1 problem",
    );
  });

  it("colors the code, the gutter and the spot on a terminal", () => {
    const text = renderProblems([problem], { texts, isColored: true });
    equal(text.includes("\u001b[31mVALUE_UNKNOWN\u001b[39m") && text.includes("\u001b[31m   ^^\u001b[39m"), true);
  });

  it("shows no line of a file that cannot be read as text", () => {
    const whole = { ...problem, code: "FILE_NOT_UTF8", path: "", column: 1 };
    equal(renderProblems([whole], { texts }), "x.yaml:1:1 FILE_NOT_UTF8: is wrong\n\n1 problem");
  });
});
