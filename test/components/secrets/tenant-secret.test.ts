import { deepEqual, equal } from "node:assert/strict";
import type { Retention } from "../../../components/retention.ts";
import { TenantSecret } from "../../../components/secrets/tenant-secret.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";

const roleArn = "arn:aws:iam::111122223333:role/pool-professional";
const kmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/own";
const secret = (retention: Retention = "kept") =>
  declared(
    () =>
      new TenantSecret("acme-secret", {
        secretName: "fleet/tenant-t7k3m9qd/okta-client-secret",
        description: "Named by the tenant's file",
        namespace: "tenant-t7k3m9qd",
        kmsKeyArn,
        readerRoleArns: [roleArn],
        retention,
      }),
  );

describe("TenantSecret", () => {
  it("R-INT-1 R-SEC-3 declares a secret under the given key, and no value", async () => {
    const resources = await secret();
    deepEqual(shortNames(resources), ["Secret acme-secret"]);
    const { policy: _policy, ...inputs } = named(resources, "acme-secret").inputs;
    deepEqual(inputs, {
      name: "fleet/tenant-t7k3m9qd/okta-client-secret",
      description: "Named by the tenant's file",
      kmsKeyId: kmsKeyArn,
      recoveryWindowInDays: 7,
    });
  });

  it("R-SEC-4 denies its value to other roles, and to the same role in another tenant's session", async () => {
    const resource = named(await secret(), "acme-secret");
    const ofServices = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
    for (const [sid, condition] of [
      ["OtherRoles", { ArnNotEquals: { "aws:PrincipalArn": [roleArn] } }],
      ["OtherNamespaces", { StringNotEquals: { "aws:PrincipalTag/kubernetes-namespace": "tenant-t7k3m9qd" } }],
    ] as const) {
      const { Effect, Action, Condition } = statement(resource, sid);
      deepEqual(
        [Effect, Action, Condition],
        [
          "Deny",
          ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
          { ...condition, ...ofServices },
        ],
      );
    }
  });

  it("waits seven days with a deletion, and with none of a tenant that is discarded", async () => {
    const windowOf = async (retention: Retention) =>
      named(await secret(retention), "acme-secret").inputs["recoveryWindowInDays"];
    deepEqual([await windowOf("kept"), await windowOf("released")], [7, 7]);
    equal(await windowOf("discarded"), 0);
  });
});
