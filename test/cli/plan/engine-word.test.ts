import { equal, match } from "node:assert/strict";
import { confirmationWords } from "../../../cli/plan/confirm-plan.ts";
import { planExitCode } from "../../../cli/plan/exit-code.ts";
import { uncomparedWords } from "../../../cli/plan/recorded-plan.ts";
import type { PreviewConfirmation } from "../../../fleet/plan/fleet-plan.ts";
import { planned } from "../../support/reports/planned-fleet.ts";
import { runCli } from "../../support/run-cli.ts";

const agreeing: PreviewConfirmation = {
  perGroup: 2,
  previewed: ["acme-corp", "blue-kite"],
  notProvisioned: [],
  failures: [],
  disagreements: [],
  seconds: 4.2,
};
const urn = "urn:pulumi:acme-corp::tenantry::tenantry:components:Tenant$aws:s3/bucket:Bucket::acme-corp-bucket";
const denying: PreviewConfirmation = {
  ...agreeing,
  disagreements: [{ stack: "acme-corp", urn, predicted: "update", engine: "replace" }],
  failures: [{ stack: "blue-kite", reason: "no login\u001b[31m" }],
  notProvisioned: ["new-one"],
};

describe("the engine's word on a plan (R-USE-2)", function () {
  // Four processes, one after the other.
  this.timeout(120_000);
  it("is said in a line where it is the same, and by stack, resource and operation where it is not", () => {
    equal(confirmationWords(agreeing), "2 of 2 real previews say the same as the plan (4.2 s)\n");
    equal(
      confirmationWords(denying),
      [
        "1 of 2 real previews say the same as the plan (4.2 s)",
        "  acme-corp: aws:s3/bucket:Bucket acme-corp-bucket: predicted update, the engine says replace",
        "  blue-kite: no preview: no login\\u001b[31m",
        "  never brought up, so nothing to preview: new-one",
        "  Where the two differ, the stack is not as the base says (bring it up from the base first), or the plan is wrong: trust the engine.",
        "",
      ].join("\n"),
    );
  });

  it("is the answer where nothing was predicted of a secret", () => {
    match(confirmationWords(denying, [urn]), /the engine says replace; nothing was predicted of its secret/);
  });

  it("ends with 1 where it is another, and with the plan's own code where it is the same or has nothing to say", () => {
    const code = (confirmation: PreviewConfirmation) =>
      planExitCode({ ...planned(), confirmation }, { isDetailed: false });
    equal(code(agreeing), 0);
    equal(code({ ...agreeing, notProvisioned: ["new-one"] }), 0);
    equal(code({ ...agreeing, disagreements: denying.disagreements }), 1);
    equal(code({ ...agreeing, failures: denying.failures }), 1);
  });

  it("is said to be missing where the state holds secrets encrypted", () => {
    equal(uncomparedWords(planned()), "");
    match(
      uncomparedWords({ ...planned(), uncompared: [urn, urn] }),
      /^predicted: of acme-corp-bucket \(acme-corp\) and 1 more resources .*--show-secrets --stack acme-corp/,
    );
  });

  it("refuses a state that cannot be read from here, and a base beside a state", () => {
    const cases: readonly [readonly string[], RegExp][] = [
      [["--state", "s3://bucket"], /a s3:\/\/ backend cannot be read from here.*pulumi stack export --stack <stack>/],
      [["--state", "nowhere-at-all"], /nowhere-at-all is not there/],
      [["--state", ".", "--base", "HEAD"], /cannot be used with option '--base <ref>'/],
      [["--confirm", "0"], /a whole number above 0/],
    ];
    for (const [args, words] of cases) {
      const { code, stderr } = runCli(process.cwd(), ["plan", ...args]);
      match(stderr, words);
      equal(code, 1);
    }
  });
});
