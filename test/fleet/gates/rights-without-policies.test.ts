import assert from "node:assert/strict";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";
import { changed, foundBy, inputsOf, withInputs, withMore } from "../../support/gates/changed-stack.ts";

const root = `${import.meta.dirname}/../../..`;

/** The wide side is found in these words, the way back is not. */
function growsOnly(narrow: SynthesisedStack, wide: SynthesisedStack, words: RegExp): void {
  const found = foundBy("iam-broadening", narrow, wide);
  assert.equal(found.length, 1, found.join("\n"));
  assert.match(found.join(), words);
  assert.deepEqual(foundBy("iam-broadening", wide, narrow), []);
}

describe("the gate over rights that are no policies", () => {
  let pool: SynthesisedStack;
  let enterprise: SynthesisedStack;
  before(async () => {
    pool = await synthStack("acme-corp", root);
    enterprise = await synthStack("northwind-freight", root);
  });

  it("R-SEC-4 finds attributes, memberships and grants of a PostgreSQL role, and PUBLIC let in again", () => {
    const role = "acme-corp-data-schema-role";
    growsOnly(
      pool,
      withInputs(pool, role, { bypassRowLevelSecurity: true }),
      /the role tenant-t7k3m9qd has bypassRowLevelSecurity/,
    );
    const roles = ["schema_tenants", "rds_iam", "rds_superuser"];
    growsOnly(pool, withInputs(pool, role, { roles }), /is a member of rds_superuser/);
    const grant = "northwind-freight-data-database-connect";
    growsOnly(
      enterprise,
      withInputs(enterprise, grant, { privileges: ["CONNECT", "CREATE"] }),
      /has CREATE on database/,
    );
    growsOnly(enterprise, withInputs(enterprise, grant, { withGrantOption: true }), /may grant CONNECT/);
    const closed = "northwind-freight-data-database-own-closed";
    growsOnly(
      enterprise,
      changed(enterprise, closed, () => undefined),
      /PUBLIC has by default/,
    );
  });

  it("R-SEC-4 finds another subject of a binding, and rules of a Role beyond those that a wildcard covered", () => {
    const binding = "acme-corp-compute-us-1-namespace-role-binding";
    const subjects = [
      ...(inputsOf(pool, binding)["subjects"] as readonly object[]),
      { kind: "Group", name: "system:authenticated" },
    ];
    growsOnly(
      pool,
      withInputs(pool, binding, { subjects }),
      /Group system:authenticated has ClusterRole tenantry-tenant in tenant-t7k3m9qd/,
    );
    const role = (rules: readonly object[]): SynthesisedStack => {
      const type = "kubernetes:rbac.authorization.k8s.io/v1:Role";
      const made = withMore(pool, binding, "role", {
        rules,
        metadata: { name: "r", namespace: "n" },
        subjects: undefined,
      });
      const typed = (one: SynthesisedResource): SynthesisedResource => (one.name === "role" ? { ...one, type } : one);
      return { ...made, resources: made.resources.map(typed) };
    };
    const rule = { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] };
    growsOnly(role([rule]), role([{ ...rule, verbs: ["*"] }]), /Role r allows/);
    growsOnly(role([{ ...rule, resourceNames: ["a"] }]), role([rule]), /Role r allows/);
    growsOnly(role([rule]), role([rule, { ...rule, resources: ["secrets"] }]), /secrets/);
  });

  it("R-SEC-4 finds a cache's user with more commands, and pods with another role", () => {
    const user = "acme-corp-cache-user";
    const rules = String(inputsOf(pool, user)["accessString"]);
    growsOnly(pool, withInputs(pool, user, { accessString: rules.replace(" -@scripting", "") }), /the cache's user/);
    const fewer = withInputs(pool, user, { accessString: `${rules} -flushall` });
    assert.deepEqual(foundBy("iam-broadening", pool, fewer), []);
    const pods = "acme-corp-compute-us-1-identity";
    const found = foundBy(
      "iam-broadening",
      pool,
      withInputs(pool, pods, { roleArn: "arn:aws:iam::111122223333:role/other" }),
    );
    assert.match(found.join(), /pods of tenant-t7k3m9qd\/workload take the role arn:aws:iam::111122223333:role\/other/);
  });
});
