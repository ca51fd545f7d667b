import assert from "node:assert/strict";
import fc from "fast-check";
import { findWidenings } from "../../../fleet/rights/compare-policies.ts";
import { isUnlisted } from "../../../fleet/rights/glob.ts";
import { readPolicy } from "../../../fleet/rights/policy.ts";
import { publishedActions, spellAction } from "../../../fleet/rights/published-actions.ts";
import { data, inAccount, pairs, read, rewrites, type WrittenStatement } from "../../support/iam/policy-pairs.ts";

const policy = (...statements: readonly WrittenStatement[]) => readPolicy(JSON.stringify({ Statement: statements }));
const grows = (base: readonly WrittenStatement[], head: readonly WrittenStatement[], othersAllow = false): boolean =>
  findWidenings(policy(...base), policy(...head), { othersAllow }).length > 0;

describe("what a policy lets through that another did not", () => {
  for (const [name, narrow, wide, othersAllow] of pairs) {
    it(`R-SEC-4 finds a right that grows and lets it shrink: ${name}`, () => {
      assert.ok(grows(narrow, wide, othersAllow), "grows");
      assert.ok(!grows(wide, narrow, othersAllow), "shrinks");
      assert.ok(!grows(narrow, narrow, othersAllow) && !grows(wide, wide, othersAllow), "stays");
    });
  }

  for (const [name, one, other] of rewrites) {
    it(`R-SEC-4 takes a rewrite for what it is: ${name}`, () => {
      assert.deepEqual(findWidenings(policy(...one), policy(...other), { othersAllow: false }), []);
    });
  }

  it("R-SEC-4 lets a denial go that concerned nothing allowed, of a role's own policies, and not of a resource's", () => {
    const others = { Effect: "Deny", Action: "ec2:*", Resource: "*" };
    assert.ok(!grows([read, others], [read]));
    assert.ok(grows([read, others], [read], true));
  });

  it("R-SEC-4 tells published actions from those that a pattern lets in later", () => {
    const spelt = { ...read, Action: ["sqs:*"] };
    const published = publishedActions(["sqs:*"]).map(spellAction);
    assert.ok(published.includes("sqs:SendMessage"));
    const found = findWidenings(policy({ ...read, Action: ["sqs:Get*"] }), policy(spelt), { othersAllow: false });
    const later = findWidenings(policy({ ...read, Action: published }), policy(spelt), { othersAllow: false });
    assert.deepEqual(
      found.map(({ action, actions }) => [spellAction(action), actions]),
      [["sqs:AddPermission", { in: ["sqs:*"] }]],
    );
    assert.deepEqual(
      later.map(({ action }) => isUnlisted(action)),
      [true],
    );
    assert.ok(!grows([spelt], [{ ...read, Action: published }]));
  });

  it("R-SEC-4 calls a policy that cannot be read undecided, and a boundary where there was none narrower", () => {
    const opaque = { statements: [], opaque: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] };
    const nothing = { statements: [], opaque: [] };
    assert.deepEqual(
      findWidenings(nothing, opaque, { othersAllow: false }).map(({ kind }) => kind),
      ["undecided"],
    );
    assert.deepEqual(findWidenings(opaque, nothing, { othersAllow: false }), []);
    const all = policy({ Effect: "Allow", Action: "*", Resource: "*" });
    assert.deepEqual(findWidenings(all, opaque, { othersAllow: true }), []);
    assert.equal(findWidenings(opaque, all, { othersAllow: true }).length > 0, true);
  });

  it("R-SEC-4 calls wider what cannot be decided, in both directions", () => {
    const all = { ...read, Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": "a" } } };
    const any = { ...read, Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } } };
    assert.ok(grows([all], [any]) && grows([any], [all]));
    assert.ok(!grows([all], [all]) && !grows([any], [any]));
  });

  it("R-SEC-4 never calls a policy the same that has gained a statement or lost a condition", () => {
    const actions = fc.constantFrom("s3:GetObject", "s3:Get*", "kms:Decrypt", "sqs:SendMessage", "sqs:*");
    const resources = fc.constantFrom(`${data}/*`, data, "arn:aws:kms:us-east-1:111122223333:key/*", "*");
    const condition = fc.constantFrom(
      inAccount,
      { StringLike: { "s3:prefix": ["a*", "b*"] } },
      { Bool: { "aws:SecureTransport": "true" } },
    );
    const statement = fc.record({
      Effect: fc.constant("Allow"),
      Action: actions,
      Resource: resources,
      Condition: condition,
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), fc.nat(3), (statements, place) => {
        const lost = place % statements.length;
        const open = statements.map((one, index) => (index === lost ? { ...one, Condition: undefined } : one));
        assert.ok(grows(statements, open), "lost a condition");
        const added = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: "*" };
        assert.ok(grows(statements, [...statements, added]), "gained a statement");
        assert.ok(!grows([...statements, added], statements), "lost a statement");
      }),
    );
  });
});
