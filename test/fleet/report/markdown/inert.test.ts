import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { code, fenced, prose } from "../../../../fleet/report/markdown/inert.ts";
import { planMarkdown } from "../../../../fleet/report/markdown/plan-markdown.ts";
import { anyPlan, anyText } from "../../../support/reports/arbitrary-plan.ts";
import { hostileNames } from "../../../support/reports/hostile-names.ts";
import { forged, nodesOf } from "../../../support/reports/read-comment.ts";
import { everywhere } from "../../../support/reports/text-everywhere.ts";

describe("text of files in a comment", () => {
  it("R-USE-2 shows ordinary names as they are", () => {
    equal(code("acme-corp-data-database"), "`acme-corp-data-database`");
    equal(code('{"Action":["s3:*"]} ~ \\d+ $x <b>'), '`{"Action":["s3:*"]} ~ \\d+ $x <b>`');
    equal(prose("found 500, allowed 100"), "found 500, allowed 100");
    equal(prose("aws:s3/bucket:Bucket would go with its data"), "`aws:s3/bucket:Bucket` would go with its data");
    equal(fenced("yaml", ["a: `b`"]), "```yaml\na: `b`\n```");
    equal(fenced("yaml", ["a: ```b"]), "````yaml\na: ```b\n````");
  });

  it("R-USE-2 is one code span, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        deepEqual(
          nodesOf(`x ${code(text)} y`).map(({ type }) => type),
          ["root", "paragraph", "text", "inlineCode", "text"],
        );
      }),
    );
  });

  it("R-USE-2 shows a secret as [secret] only", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => !planMarkdown(plan).includes("hunter2")),
      { numRuns: 50 },
    );
  });

  for (const text of hostileNames) {
    it(`R-USE-2 takes ${JSON.stringify(text.slice(0, 50))} for text wherever it stands`, () => {
      deepEqual(forged(planMarkdown(everywhere(text))), []);
    });
  }

  it("R-USE-2 keeps rows to their columns whatever a name holds", () => {
    for (const text of hostileNames) {
      for (const node of nodesOf(planMarkdown(everywhere(text)))) {
        if (node.type !== "table") continue;
        const widths = node.children.map(({ children }) => children.length);
        equal(Math.max(...widths), widths[0], JSON.stringify(text.slice(0, 50)));
      }
    }
  });
});
