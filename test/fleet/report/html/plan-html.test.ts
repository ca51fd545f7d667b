import { deepEqual, equal, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { planHtml } from "../../../../fleet/report/html/plan-html.ts";
import { anyText } from "../../../support/reports/arbitrary-plan.ts";
import { hostileNames } from "../../../support/reports/hostile-names.ts";
import { group, ids, operation, planned, plantedFleet } from "../../../support/reports/planned-fleet.ts";
import { everywhere } from "../../../support/reports/text-everywhere.ts";

/** Every tag with its attributes, in order: what a browser makes of a page beside its text. */
const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
const textOf = (html: string): string => html.replace(/<(style|script)>[\s\S]*?<\/\1>|<[^>]*>/g, "");

/** Names of tags that are not closed, or closed in another order. */
function leftOpen(html: string): readonly string[] {
  const open: string[] = [];
  const tags = tagsOf(html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, ""));
  for (const tag of tags.filter((one) => !/^<(!doctype|meta|br|input|rect)/.test(one))) {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? tag;
    if (!tag.startsWith("</")) open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  return open;
}

describe("planHtml", () => {
  it("R-USE-2 says first whether it is safe to merge, each danger, and what to type next", () => {
    const head = textOf(planHtml(plantedFleet()).split("</header>")[0] ?? "");
    for (const said of [
      "Not safe to merge",
      "300 of 300 tenants",
      "Data deleted or replaced in 1 tenant",
      "Right grown in 2 tenants",
      "Network opened in 1 tenant",
      "tenantry explain t-0007 --resource t-0007-data-database",
    ]) {
      ok(head.includes(said), said);
    }
  });

  it("loads nothing: its policy allows its own style and script and no other, and no address stands in a tag", () => {
    const html = planHtml(plantedFleet());
    const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? "";
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    equal(
      policy,
      `default-src 'none'; style-src ${hash(inside("style"))}; script-src ${hash(inside("script"))}; base-uri 'none'; form-action 'none'`,
    );
    deepEqual(
      tagsOf(html).filter((tag) => /\s(src|href|style|on\w+)=/.test(tag)),
      [],
    );
  });

  it("is whole without JavaScript: every group is there, and only the form waits for the script", () => {
    const html = planHtml(plantedFleet());
    equal(tagsOf(html).filter((tag) => tag.startsWith("<details")).length, plantedFleet().groups.length);
    deepEqual(
      tagsOf(html).filter((tag) => / hidden/.test(tag)),
      ["<form hidden>"],
    );
  });

  it("makes nothing but text of what a file says, wherever it stands", () => {
    const known = new Set(tagsOf(planHtml(everywhere("plain"))));
    const unknownTags = (text: string) => tagsOf(planHtml(everywhere(text))).filter((tag) => !known.has(tag));
    for (const name of hostileNames) deepEqual(unknownTags(name), [], name);
    fc.assert(fc.property(anyText, (text) => deepEqual(unknownTags(text), [])));
  });

  it("closes whatever it opens", () => {
    deepEqual(leftOpen(planHtml(everywhere("plain"))), []);
    deepEqual(leftOpen("<p><b></b>"), ["p"]);
  });

  it("stays small for a fleet of 100,000, and says how many it leaves out", () => {
    const tenants = ids(100_000);
    const alike = planHtml(
      planned({
        affected: tenants,
        groups: [group("update", tenants, [operation("update", "aws:kms/key:Key", "key")])],
      }),
    );
    ok(alike.length < 40_000, `${alike.length} characters`);
    ok(textOf(alike).includes("and 99,800 more stacks in plan.json"));
    const each = tenants.map((id) => group("update", [id], [operation("update", "aws:kms/key:Key", `${id}-key`)]));
    const different = planHtml(planned({ affected: tenants, groups: each }));
    ok(different.length < 500_000, `${different.length} characters`);
    ok(textOf(different).includes("99,700 more groups in plan.json"));
  });
});
