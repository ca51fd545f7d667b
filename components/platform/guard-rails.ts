import { ValidatingAdmissionPolicy } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicy.js";
import { ValidatingAdmissionPolicyBinding } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicyBinding.js";
import * as pulumi from "@pulumi/pulumi";
import { tenantLabel } from "../compute/namespace-labels.ts";
import { type GuardRailPolicy, guardRailPolicies } from "./guard-rail-policies.ts";

/**
 * What no tenant may ask of its cell's cluster, though its role would let it: enforced by the API server itself, for
 * every namespace that carries a tenant's label. Costs nothing.
 *
 * A request that cannot be judged is refused. The label itself is out of a tenant's reach: its role reads its namespace
 * and changes nothing of it.
 */
export class GuardRails extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:GuardRails", name, {}, opts);
    for (const [label, policy] of Object.entries(guardRailPolicies)) {
      declarePolicy(name, label, policy, { parent: this });
    }
    this.registerOutputs({});
  }
}

function declarePolicy(name: string, label: string, policy: GuardRailPolicy, opts: pulumi.CustomResourceOptions): void {
  const policyName = `tenantry-${label}`;
  const { apiGroup, resources, operations, variables = [], validations } = policy;
  const declared = new ValidatingAdmissionPolicy(
    `${name}-${label}`,
    {
      metadata: { name: policyName },
      spec: {
        failurePolicy: "Fail",
        matchConstraints: {
          matchPolicy: "Equivalent",
          namespaceSelector: { matchExpressions: [{ key: tenantLabel, operator: "Exists" }] },
          objectSelector: {},
          resourceRules: [
            {
              apiGroups: [apiGroup],
              apiVersions: ["v1"],
              operations: [...operations],
              resources: [...resources],
              scope: "*",
            },
          ],
        },
        variables: variables.map((variable) => ({ ...variable })),
        validations: validations.map((validation) => ({ ...validation, reason: "Forbidden" })),
      },
    },
    opts,
  );
  new ValidatingAdmissionPolicyBinding(
    `${name}-${label}-binding`,
    {
      metadata: { name: policyName },
      spec: { policyName: declared.metadata.name, validationActions: ["Deny"] },
    },
    { ...opts },
  );
}
