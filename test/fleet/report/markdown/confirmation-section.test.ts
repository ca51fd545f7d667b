import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { PreviewConfirmation } from "../../../../fleet/plan/fleet-plan.ts";
import { planMarkdown } from "../../../../fleet/report/markdown/plan-markdown.ts";
import { planVerdict } from "../../../../fleet/report/plan-verdict.ts";
import { planned } from "../../../support/reports/planned-fleet.ts";
import { nodesOf } from "../../../support/reports/read-comment.ts";

const agreeing: PreviewConfirmation = {
  perGroup: 3,
  previewed: ["acme-corp", "blue-kite"],
  notProvisioned: [],
  failures: [],
  disagreements: [],
  seconds: 4,
};
const denying: PreviewConfirmation = {
  ...agreeing,
  disagreements: [
    { stack: "acme-corp", urn: "urn:pulumi:acme-corp::t::b::acme|<img>", predicted: "update", engine: "replace" },
  ],
  failures: [{ stack: "late", reason: "error: see [here](https://evil.example)" }],
  notProvisioned: ["new"],
};

describe("real previews in the comment", () => {
  it("R-USE-2 are one sentence where the engine agrees, and leave the verdict as it is", () => {
    const plan = planned({ confirmation: agreeing });
    match(
      planMarkdown(plan),
      /### Real previews\n\n2 of 2 stacks previewed by the engine: the same operations as planned\.\n/,
    );
    equal(planVerdict(plan).kind, "safe");
    ok(!planMarkdown(planned()).includes("Real previews"));
  });

  it("R-USE-2 list where the engine says something else, inert, and ask for approval", () => {
    const plan = planned({ confirmation: denying });
    const comment = planMarkdown(plan);
    match(comment, /1 of 2 stacks previewed.*1 stack was never brought up/);
    match(comment, /\| `acme-corp` \| `acme\\u007c<img>` \| update \| replace \|/);
    const kinds = nodesOf(comment).map(({ type }) => type);
    deepEqual([kinds.includes("link"), kinds.includes("image")], [false, false]);
    const { kind, because } = planVerdict(plan);
    deepEqual([kind, because], ["needs-approval", "the engine's own preview of 2 stacks says something else or fails"]);
  });

  it("R-USE-2 keep to the size however many disagree", () => {
    const [one] = denying.disagreements;
    ok(one);
    const disagreements = Array.from({ length: 5000 }, (_, index) => ({
      ...one,
      urn: `u::${"x".repeat(300)}${index}`,
    }));
    const comment = planMarkdown(planned({ confirmation: { ...denying, disagreements } }));
    ok(Buffer.byteLength(comment) <= 60_000);
    match(comment, /4,980 more resources/);
  });

  it("R-USE-2 say of how many resources nothing could be predicted", () => {
    match(
      planMarkdown(planned({ uncompared: ["a", "b"] })),
      /\*Predicted\* from recorded state; of 2 resources it is not known/,
    );
  });
});
