import { deepEqual, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { planMarkdown } from "../../../../fleet/report/markdown/plan-markdown.ts";
import { anyPlan } from "../../../support/reports/arbitrary-plan.ts";
import { group, ids, operation, planned } from "../../../support/reports/planned-fleet.ts";
import { forged } from "../../../support/reports/read-comment.ts";

const bytes = (text: string) => Buffer.byteLength(text);

describe("the size of a comment", () => {
  it("R-USE-2 is text alone for any plan", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => deepEqual(forged(planMarkdown(plan)), [])),
      { numRuns: 30 },
    );
  });

  it("R-USE-2 is at most 60,000 bytes of UTF-8, the next command in its first ten lines, for any plan", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const comment = planMarkdown(plan);
        ok(bytes(comment) <= 60_000, `${bytes(comment)} bytes`);
        ok(
          comment
            .split("\n")
            .slice(0, 10)
            .some((line) => line.startsWith("- **Next**")),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("R-USE-2 keeps to fewer bytes where told so, down to 20,000", () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 20_000, max: 60_000 }), (plan, maximumBytes) => {
        ok(bytes(planMarkdown(plan, { maximumBytes })) <= maximumBytes);
      }),
      { numRuns: 40 },
    );
    throws(() => planMarkdown(planned(), { maximumBytes: 19_999 }), RangeError);
  });

  it("R-USE-2 leaves out diagrams, then differences of properties, then rows, and says how many", () => {
    const fleet = (groups: number, rows: number, properties: number) =>
      planned({
        groups: ids(groups).map((id) =>
          group(
            "update",
            [id],
            ids(rows, "bucket").map((name) =>
              operation("update", "aws:s3/bucket:Bucket", name, {
                properties: ids(properties, "property").map((path) => ({
                  path,
                  before: "x".repeat(60),
                  after: "y".repeat(60),
                })),
              }),
            ),
          ),
        ),
      });
    const small = planMarkdown(fleet(5, 5, 5));
    ok(small.includes("```mermaid") && !small.includes("Left out"));
    const fewer = planMarkdown(fleet(8, 40, 10));
    ok(/Left out to fit: the diagram, [\d,]+ differences of properties\. /.test(fewer), fewer.slice(0, 600));
    const least = planMarkdown(fleet(300, 60, 20));
    ok(
      /Left out to fit: 360,000 differences of properties, [\d,]+ rows, \d+ groups\. /.test(least),
      least.slice(0, 800),
    );
  });

  it("R-USE-2 leaves out the diagram alone, where that is enough", () => {
    const fleet = (letters: number) =>
      planned({
        groups: ids(12).map((id, index) => {
          const names = ids(index === 0 ? 480 : 1, "b".repeat(letters));
          return group(
            "update",
            [id],
            names.map((name) => operation("update", "a:b:C", name)),
          );
        }),
      });
    const comments = Array.from({ length: 90 }, (_, letters) => planMarkdown(fleet(letters)));
    const first = comments.find((comment) => comment.includes("Left out"));
    ok(first?.includes("Left out to fit: the diagram. The whole plan"), first?.slice(0, 500));
  });

  it("R-USE-2 takes a fleet of 100,000 tenants, alike or each in its own way, in seconds", () => {
    const all = ids(100_000);
    const alike = planned({ affected: all, groups: [group("update", all, [operation("update", "a:b:C", "x")])] });
    const different = planned({
      affected: all,
      groups: all.map((id) => group("update", [id], [operation("update", "a:b:C", id)])),
      gates: all.map((stack) => ({
        gate: "residency",
        stack,
        resource: stack,
        reason: `${stack} left`,
        verdict: "refused",
      })),
    });
    const startedAt = performance.now();
    ok(planMarkdown(alike).includes("<code>t-0000</code>"));
    ok(planMarkdown(different).includes("gates refuse 100,000 changes"));
    const milliseconds = performance.now() - startedAt;
    ok(milliseconds < 10_000, `${milliseconds} ms`);
  });
}).timeout(120_000);
