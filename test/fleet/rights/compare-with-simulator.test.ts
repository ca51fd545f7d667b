import assert from "node:assert/strict";
import { runSimulation } from "@cloud-copilot/iam-simulate";
import fc from "fast-check";
import { findWidenings } from "../../../fleet/rights/compare-policies.ts";
import { readPolicy } from "../../../fleet/rights/policy.ts";

const actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectAcl"] as const;
const arns = ["arn:aws:s3:::data/a", "arn:aws:s3:::data/b", "arn:aws:s3:::logs/a"] as const;
const tiers = ["free", "professional"] as const;

const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Allow", "Deny"),
  Action: fc.subarray([...actions, "s3:*", "s3:Get*", "s3:*Object"], { minLength: 1, maxLength: 2 }),
  Resource: fc.subarray([...arns, "arn:aws:s3:::data/*", "arn:aws:s3:::*/a", "*"], { minLength: 1, maxLength: 2 }),
  Condition: fc.constantFrom(
    {},
    {},
    { StringEquals: { "aws:PrincipalTag/tier": "free" } },
    { StringNotEquals: { "aws:PrincipalTag/tier": ["free"] } },
    { StringLike: { "aws:PrincipalTag/tier": ["f*", "p*"] } },
  ),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
type Written = readonly object[];
const requests = actions.flatMap((action) => arns.flatMap((arn) => tiers.map((tier) => [action, arn, tier] as const)));

/** Whether the evaluator allows a request by these statements alone. */
async function allows(policy: Written, action: string, arn: string, tier: string): Promise<boolean> {
  const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const result = await runSimulation(
    {
      request: {
        principal: "arn:aws:iam::111122223333:role/workload",
        action,
        resource: { resource: arn, accountId: "111122223333" },
        contextVariables: { "aws:PrincipalTag/tier": tier },
      },
      identityPolicies: [{ name: "own", policy: { Version: "2012-10-17", Statement: policy } }],
      serviceControlPolicies: [{ orgIdentifier: "o", policies: [{ name: "all", policy: all }] }],
      resourceControlPolicies: [],
    },
    {},
  );
  assert.notEqual(result.resultType, "error", JSON.stringify(result));
  return result.resultType !== "error" && result.overallResult === "Allowed";
}

describe("rights that grow, against an evaluator of IAM's language", () => {
  it("R-SEC-4 finds every right that a request shows to have grown", async function () {
    this.timeout(120_000);
    let grown = 0;
    await fc.assert(
      fc.asyncProperty(statements, statements, async (base, head) => {
        const found = findWidenings(readPolicy({ Statement: base }), readPolicy({ Statement: head }), {
          othersAllow: false,
        });
        if (found.length > 0) return;
        grown += 1;
        for (const [action, arn, tier] of requests) {
          const isNew = (await allows(head, action, arn, tier)) && !(await allows(base, action, arn, tier));
          assert.ok(!isNew, `${action} ${arn} ${tier}: ${JSON.stringify({ base, head })}`);
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(grown > 10, `only ${grown} pairs without a wider side were tried`);
  });
});
