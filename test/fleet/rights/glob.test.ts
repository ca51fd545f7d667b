import assert from "node:assert/strict";
import fc from "fast-check";
import { includes, intersects } from "../../../fleet/rights/glob.ts";

const letters = fc.constantFrom("a", "b", "*", "?");
const pattern = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(""));

/** All texts over three letters up to a length at which patterns of six parts are told apart. */
const texts: readonly string[] = (() => {
  const all = [""];
  for (let from = 0, length = 0; length < 7; length += 1) {
    const to = all.length;
    for (; from < to; from += 1) for (const letter of "abc") all.push(`${all[from]}${letter}`);
  }
  return all;
})();
const matched = (one: string): ReadonlySet<string> => {
  const expression = new RegExp(`^${one.replaceAll("*", ".*").replaceAll("?", ".")}$`);
  return new Set(texts.filter((text) => expression.test(text)));
};

describe("patterns of policies", () => {
  it("R-SEC-4 include one another exactly where every text of the one is matched by the other", () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        const wide = matched(outer);
        assert.equal(
          includes(outer, inner),
          [...matched(inner)].every((text) => wide.has(text)),
          `${outer} ⊇ ${inner}`,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("R-SEC-4 intersect exactly where some text is matched by both", () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const both = matched(one);
        // Two patterns of six parts that meet do so in a text of twelve letters at most: longer ones are cut.
        const meets = [...matched(other)].some((text) => both.has(text));
        if (meets) assert.ok(intersects(one, other), `${one} ∩ ${other}`);
        else if (one.length + other.length <= 7) assert.ok(!intersects(one, other), `${one} ∩ ${other}`);
      }),
      { numRuns: 400 },
    );
  });

  it("R-SEC-4 take a variable for what nothing but itself and * matches", () => {
    const variable = ["$", "{aws:PrincipalTag/tenant}"].join("");
    const own = `arn:aws:s3:::data-${variable}/*`;
    assert.ok(includes("arn:aws:s3:::data-*", own));
    assert.ok(includes(own, own));
    assert.ok(includes(own, `arn:aws:s3:::data-${variable}/a`));
    assert.ok(!includes(own, "arn:aws:s3:::data-acme/a"));
    assert.ok(!includes("arn:aws:s3:::data-acme/*", own));
    assert.ok(!includes(`a${"?".repeat(23)}`, `a${variable}`));
    assert.ok(intersects("arn:aws:s3:::data-acme/a", own));
  });
});
