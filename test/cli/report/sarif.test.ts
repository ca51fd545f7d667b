import { deepEqual, equal, ok } from "node:assert/strict";
import { renderAnnotations } from "../../../cli/report/annotations.ts";
import { renderSarif } from "../../../cli/report/sarif.ts";

const problems = [
  {
    file: "tenants/a b.yaml",
    line: 3,
    column: 4,
    endColumn: 6,
    code: "VALUE_UNKNOWN",
    path: "a",
    message: "is wrong",
    found: "x",
  },
  { file: "tenants/b.yaml", line: 1, column: 1, code: "KEY_MISSING", path: "b", message: "is missing" },
  { file: "/tmp/c.yaml", line: 1, column: 1, code: "KEY_MISSING", path: "c", message: "is missing" },
];

describe("renderSarif", () => {
  const log = JSON.parse(renderSarif(problems));
  const [run] = log.runs;

  it("is a log of version 2.1.0 with one run of a named tool", () => {
    equal(log.version, "2.1.0");
    ok(URL.canParse(log.$schema));
    equal(log.runs.length, 1);
    equal(run.tool.driver.name, "tenantry");
  });

  it("lists each rule once, and each result names its rule by id and index", () => {
    deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      ["KEY_MISSING", "VALUE_UNKNOWN"],
    );
    for (const result of run.results) {
      equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    }
  });

  it("gives every result a level, a message and one physical location", () => {
    for (const result of run.results) {
      ok(["none", "note", "warning", "error"].includes(result.level));
      ok(result.message.text.length > 0);
      equal(result.locations.length, 1);
    }
  });

  it("writes files as URI references, and regions that count from 1", () => {
    deepEqual(
      run.results.map(
        (result: { locations: { physicalLocation: unknown }[] }) => result.locations[0]?.physicalLocation,
      ),
      [
        {
          artifactLocation: { uri: "tenants/a%20b.yaml" },
          region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 6 },
        },
        { artifactLocation: { uri: "tenants/b.yaml" }, region: { startLine: 1, startColumn: 1 } },
        { artifactLocation: { uri: "file:///tmp/c.yaml" }, region: { startLine: 1, startColumn: 1 } },
      ],
    );
    equal(run.columnKind, "utf16CodeUnits");
  });

  it("is a log with an empty list of results where nothing is wrong", () => {
    deepEqual(JSON.parse(renderSarif([])).runs[0].results, []);
  });
});

describe("renderAnnotations", () => {
  it("escapes what would end a property or the message", () => {
    const [first] = problems;
    ok(first);
    equal(
      renderAnnotations([{ ...first, file: "a,b:c.yaml", message: "100 %\nwrong" }]),
      "::error file=a%2Cb%3Ac.yaml,line=3,col=4,endColumn=6,title=VALUE_UNKNOWN::a: 100 %25%0Awrong · found x\n",
    );
  });
});
