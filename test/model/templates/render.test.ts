import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { renderText } from "../../../model/templates/render.ts";
import { templateVariables } from "../../../model/templates/variables.ts";

const tenant = {
  id: "acme-corp",
  name: "{{ tenant_id }}",
  residency: "us",
  created: "2026-11-30T09:00:00Z",
  trialDays: 14,
  subscriptionMonths: 3,
};
const variables = templateVariables(tenant);
const text = (template: string) => {
  const rendering = renderText(template, variables);
  return rendering.kind === "rendered" ? rendering.text : rendering.problems.map(({ code, found }) => [code, found]);
};

describe("template variables", () => {
  for (const [template, expected] of [
    ["{{ tenant_id }}", "acme-corp"],
    ["{{tenant_id}} in {{ data_residency_region }}", "acme-corp in us"],
    ["{{ current_timestamp() }}", "2026-11-30T09:00:00Z"],
    ["{{ trial_expiry_date() }}", "2026-12-14T09:00:00Z"],
    ["{{ subscription_end_date() }}", "2027-02-28T09:00:00Z"],
    ["no variable", "no variable"],
  ] as const) {
    it(`R-TPL-2 puts in ${template}`, () => equal(text(template), expected));
  }

  it("R-TPL-2 does not read what a variable stands for as a template again", () => {
    equal(text("{{ tenant_name }}"), "{{ tenant_id }}");
  });

  it("R-TPL-2 refuses a variable that it does not know, and offers the nearest", () => {
    const rendering = renderText("{{ tenant_idd }} {{ __proto__ }}", variables);
    equal(rendering.kind, "refused");
    deepEqual(text("{{ tenant_idd }} {{ constructor }}"), [
      ["TEMPLATE_VARIABLE_UNKNOWN", "tenant_idd"],
      ["TEMPLATE_VARIABLE_UNKNOWN", "constructor"],
    ]);
    equal(rendering.kind === "refused" && rendering.problems[0]?.suggestion, "did you mean {{ tenant_id }}?");
  });

  it("R-TPL-2 refuses a variable that is not ended", () => {
    deepEqual(text("{{ tenant_id"), [["TEMPLATE_VARIABLE_UNCLOSED", "{{ tenant_id"]]);
  });

  it("R-TPL-2 refuses the end of a trial that there is not", () => {
    const rendering = renderText("{{ trial_expiry_date() }}", templateVariables({ ...tenant, trialDays: 0 }));
    equal(rendering.kind === "refused" && rendering.problems[0]?.code, "TEMPLATE_VARIABLE_UNAVAILABLE");
  });

  it("R-TPL-3 rendering twice gives the same bytes, at any time", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
        fc.nat(365),
        fc.nat(120),
        (created, trialDays, subscriptionMonths) => {
          const once = templateVariables({ ...tenant, created: created.toISOString(), trialDays, subscriptionMonths });
          deepEqual(
            templateVariables({ ...tenant, created: created.toISOString(), trialDays, subscriptionMonths }),
            once,
          );
        },
      ),
    );
  });
});
