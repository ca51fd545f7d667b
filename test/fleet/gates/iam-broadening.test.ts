import assert from "node:assert/strict";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { changed, foundBy, inputsOf, withInputs, withMore } from "../../support/gates/changed-stack.ts";

const root = `${import.meta.dirname}/../../..`;
const found = (base: SynthesisedStack, head: SynthesisedStack): readonly string[] =>
  foundBy("iam-broadening", base, head);

interface WrittenStatement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Condition?: unknown;
}

/** The stack with some statement of a policy changed; undefined takes it away. */
function withStatement(
  stack: SynthesisedStack,
  [name, property, sid]: readonly [name: string, property: string, sid: string],
  edit: (statement: WrittenStatement) => object | undefined,
): SynthesisedStack {
  const policy = JSON.parse(String(inputsOf(stack, name)[property])) as {
    readonly Statement: readonly WrittenStatement[];
  };
  const { Statement: statements } = policy;
  assert.ok(
    statements.some(({ Sid }) => Sid === sid),
    `${name} has no ${sid}`,
  );
  const edited = statements.flatMap((one) => (one.Sid === sid ? (edit(one) ?? []) : [one]));
  return withInputs(stack, name, { [property]: JSON.stringify({ ...policy, Statement: edited }) });
}

describe("the gate over rights", () => {
  let enterprise: SynthesisedStack;
  let pool: SynthesisedStack;
  let cell: SynthesisedStack;
  before(async () => {
    enterprise = await synthStack("northwind-freight", root);
    pool = await synthStack("acme-corp", root);
    cell = await synthStack("cell-us-1", root);
  });

  /** The wide side is found, the way back is not, and neither is standing still. */
  const growsOnly = (narrow: SynthesisedStack, wide: SynthesisedStack): readonly string[] => {
    assert.deepEqual(found(wide, narrow), []);
    assert.deepEqual(found(narrow, { ...narrow }), []);
    return found(narrow, wide);
  };

  it("R-SEC-4 finds an action more in a role's policy, and names it", () => {
    const wide = withStatement(enterprise, ["northwind-freight-role-policy", "policy", "OwnObjects"], (one) => ({
      ...one,
      Action: [...one.Action, "s3:PutObjectAcl"],
    }));
    assert.deepEqual(growsOnly(enterprise, wide), [
      "northwind-freight-role-policy policy: a right grows: allows s3:PutObjectAcl on arn:aws:s3:::tenantry-sandbox-tenant-n5r8c3vz-data/*",
    ]);
  });

  it("R-SEC-4 finds a condition taken away, and says that it was one", () => {
    const wide = withStatement(enterprise, ["northwind-freight-role-policy", "policy", "OwnSecretsKey"], (one) => ({
      ...one,
      Condition: undefined,
    }));
    assert.deepEqual(growsOnly(enterprise, wide), [
      "northwind-freight-role-policy policy: a right grows: allows kms:Decrypt on arn:aws:kms:us-east-1:111122223333:key/*, under fewer conditions than before",
    ]);
  });

  it("R-SEC-4 finds a trust that grows and a managed policy attached, and lets one go", () => {
    const name = "northwind-freight-database-proxy-role";
    const trust = JSON.parse(String(inputsOf(enterprise, name)["assumeRolePolicy"])) as { Statement: object[] };
    const open = { ...trust, Statement: trust.Statement.map((one) => ({ ...one, Principal: { AWS: "*" } })) };
    const [first = "", ...rest] = growsOnly(
      enterprise,
      withInputs(enterprise, name, { assumeRolePolicy: JSON.stringify(open) }),
    );
    assert.match(
      first,
      /^northwind-freight-database-proxy-role assumeRolePolicy: a right grows: allows sts:AssumeRole on any resource/,
    );
    assert.deepEqual(rest, []);
    const like = "northwind-freight-compute-us-1-own-nodes-role-AmazonEKSWorkerNodePolicy";
    const more = withMore(enterprise, like, "more", { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });
    assert.match(
      growsOnly(enterprise, more).join(),
      /what arn:aws:iam::aws:policy\/AdministratorAccess allows cannot be told/,
    );
  });

  it("R-SEC-4 finds a boundary that is wider or gone", () => {
    const wide = withStatement(cell, ["cell-us-1-boundary", "policy", "FleetBuckets"], (one) => ({
      ...one,
      Action: "s3:*",
    }));
    assert.match(growsOnly(cell, wide).join(), /^cell-us-1-boundary policy: a right grows: allows .* \(by s3:\*\)/);
    const bounded = inputsOf(enterprise, "northwind-freight-role")["permissionsBoundary"];
    assert.equal(typeof bounded, "string");
    const free = withInputs(enterprise, "northwind-freight-role", { permissionsBoundary: undefined });
    assert.match(growsOnly(enterprise, free).join(), /^northwind-freight-role permissionsBoundary: a right grows/);
  });

  it("R-SEC-4 finds a denial of a bucket's policy that is gone with its statement or its policy, not with its bucket", () => {
    const name = "acme-corp-bucket-objects-policy";
    const open = withStatement(pool, [name, "policy", "TlsOnly"], () => undefined);
    assert.match(growsOnly(pool, open).join(), new RegExp(`^${name} policy: a right grows: no longer refuses`));
    assert.match(
      found(
        pool,
        changed(pool, name, () => undefined),
      ).join(),
      new RegExp(`^${name} policy: a right grows`),
    );
    const bucketless = {
      ...pool,
      resources: pool.resources.filter(
        (one) => !one.name.startsWith("acme-corp-bucket") || !one.type.startsWith("aws:s3/"),
      ),
    };
    assert.deepEqual(found(pool, bucketless), []);
  });

  it("R-SEC-4 finds a key, a queue and a topic opened to somebody else", () => {
    const other = { AWS: "arn:aws:iam::999988887777:root" };
    const cases = cell.resources.filter(({ type }) => /kms\/key:|sqs\/queuePolicy:|sns\/topicPolicy:/.test(type));
    assert.ok(new Set(cases.map(({ type }) => type)).size === 3);
    for (const { name, inputs } of cases) {
      const policy = JSON.parse(String(inputs["policy"])) as { readonly Statement: readonly object[] };
      const more = { Effect: "Allow", Principal: other, Action: "*", Resource: "*" };
      const wide = withInputs(cell, name, {
        policy: JSON.stringify({ ...policy, Statement: [...policy.Statement, more] }),
      });
      assert.match(
        growsOnly(cell, wide).join(),
        new RegExp(`^${name} policy: a right grows: allows .* by AWS:arn`),
        name,
      );
    }
  });

  it("R-SEC-4 knows a role by its alias, and by its name what is written in another order", () => {
    const renamed = changed(enterprise, "northwind-freight-role", (role) => ({
      ...role,
      urn: role.urn.replace(/::[^:]+$/, "::northwind-freight-workload"),
      name: "northwind-freight-workload",
      options: { ...role.options, aliases: [{ name: "northwind-freight-role" }] },
    }));
    assert.deepEqual(found(enterprise, renamed), []);
    const policy = JSON.parse(String(inputsOf(enterprise, "northwind-freight-role-policy")["policy"])) as {
      Statement: object[];
    };
    const reversed = JSON.stringify({ Statement: policy.Statement.toReversed(), Version: "2012-10-17" });
    assert.deepEqual(
      found(enterprise, withInputs(enterprise, "northwind-freight-role-policy", { policy: reversed })),
      [],
    );
  });

  it("R-SEC-4 says nothing of a stack that is new or gone, and counts a new role as grown", () => {
    assert.deepEqual(foundBy("iam-broadening", undefined, enterprise), []);
    assert.deepEqual(foundBy("iam-broadening", enterprise, undefined), []);
    const without = {
      ...enterprise,
      resources: enterprise.resources.filter(({ name }) => !name.startsWith("northwind-freight-database-proxy-role")),
    };
    assert.match(
      found(without, enterprise).join(),
      /^northwind-freight-database-proxy-role assumeRolePolicy: something new has rights/,
    );
  });
});
