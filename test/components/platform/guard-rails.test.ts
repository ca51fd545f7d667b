import { deepEqual, equal } from "node:assert/strict";
import { GuardRails } from "../../../components/platform/guard-rails.ts";
import { declared, named, shortNames } from "../../support/declared.ts";

const rails = () => declared(() => new GuardRails("rails"));

describe("GuardRails", () => {
  it("R-ISO-5 declares a policy each for Services, Ingresses, pods and Secrets, and binds each", async () => {
    const all = await rails();
    deepEqual(
      shortNames(all),
      ["ingresses", "pods", "secrets", "services"].flatMap((name) => [
        `ValidatingAdmissionPolicy rails-${name}`,
        `ValidatingAdmissionPolicyBinding rails-${name}-binding`,
      ]),
    );
    for (const name of ["ingresses", "pods", "secrets", "services"]) {
      deepEqual(named(all, `rails-${name}-binding`).inputs["spec"], {
        policyName: `tenantry-${name}`,
        validationActions: ["Deny"],
      });
    }
  });

  it("R-ISO-5 holds for every namespace of a tenant, and refuses what it cannot judge", async () => {
    for (const { inputs } of (await rails()).filter(({ type }) => type.endsWith("Policy"))) {
      const { failurePolicy, matchConstraints } = inputs["spec"] as {
        failurePolicy: string;
        matchConstraints: { namespaceSelector: unknown };
      };
      equal(failurePolicy, "Fail");
      deepEqual(matchConstraints.namespaceSelector, {
        matchExpressions: [{ key: "tenantry.io/tenant", operator: "Exists" }],
      });
    }
  });
});
