import { deepEqual, equal, match, ok } from "node:assert/strict";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { named, statement } from "../../support/declared.ts";
import { declaredBy, shortly } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

const principal = "arn:aws:iam::999988887777:role/reads-exports";
/** As Databricks shows it. */
const shown = "00000000-0000-4000-8000-000000000004";

describe("OutsideRole", () => {
  it("R-INT-3 lets one role of another account read the exports alone, with an external id of this tenant", async () => {
    const plan = enterpriseWith(`aws: { role_arn: "${principal}" }`);
    const resources = await declaredBy(plan);
    const trust = statement(named(resources, "t-aws", "Role"), "Outsider", "assumeRolePolicy");
    const externalId = plan.connections.connections[0]?.externalId ?? "";
    match(externalId, /^[0-9a-f]{32}$/);
    deepEqual(
      [trust.Principal, trust.Condition],
      [{ AWS: principal }, { StringEquals: { "sts:ExternalId": externalId } }],
    );
    const objects = statement(named(resources, "t-aws-policy"), "Objects");
    deepEqual(
      [objects.Action, objects.Resource],
      [["s3:GetObject"], `arn:aws:s3:::${plan.bucket.bucketName}/exports/*`],
    );
    ok(plan.notices.some((notice) => notice.includes(externalId)));
    const key = statement(named(resources, "t-key", "Key"), "ConnectedProducts");
    match(JSON.stringify(key.Condition), new RegExp(plan.connections.keyRoleNames[0] ?? "none"));
    const suspended = await declaredBy(enterpriseWith(`aws: { role_arn: "${principal}" }`, "suspended"));
    equal(statement(named(suspended, "t-aws-policy"), "Suspended").Effect, "Deny");
  });

  it("R-INT-6 trusts exactly one environment of one repository", async () => {
    const resources = await declaredBy(enterpriseWith("github: { repository: acme/product, environment: production }"));
    const trust = statement(named(resources, "t-github", "Role"), "Outsider", "assumeRolePolicy");
    deepEqual(trust.Principal, {
      Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    });
    deepEqual(trust.Condition, {
      StringEquals: {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:acme/product:environment:production",
      },
    });
  });

  it("R-INT-4 lets Snowflake read the exports with an external id made here, and Databricks with the one it shows", async () => {
    const user = "arn:aws:iam::999988887777:user/abc1-b-self1234";
    const snowflake = enterpriseWith(`snowflake: { user_arn: "${user}" }`);
    const databricks = `databricks: { role_arn: "${principal}", external_id: ${shown} }`;
    const cases = [
      {
        id: "t-snowflake",
        plan: snowflake,
        trusted: user,
        externalId: snowflake.connections.connections[0]?.externalId,
      },
      { id: "t-databricks", plan: enterpriseWith(databricks), trusted: principal, externalId: shown },
    ];
    for (const { id, plan, trusted, externalId } of cases) {
      const resources = await declaredBy(plan);
      deepEqual(shortly(resources, id), [`Role ${id}`, `RolePolicy ${id}-policy`]);
      deepEqual(statement(named(resources, id, "Role"), "Outsider", "assumeRolePolicy"), {
        Sid: "Outsider",
        Effect: "Allow",
        Principal: { AWS: trusted },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": externalId } },
      });
      const { Action, Resource } = statement(named(resources, `${id}-policy`), "Objects");
      deepEqual([Action, Resource], [["s3:GetObject"], `arn:aws:s3:::${plan.bucket.bucketName}/exports/*`]);
    }
    match(snowflake.connections.connections[0]?.externalId ?? "", /^[0-9a-f]{32}$/);
  });

  it("R-INT-3 R-SEC-4 bounds the role, its sessions, what it lists and its use of the key; to decrypt is all it may", async () => {
    const resources = await declaredBy(enterpriseWith(`aws: { role_arn: "${principal}" }`));
    const { permissionsBoundary, maxSessionDuration } = named(resources, "t-aws", "Role").inputs;
    deepEqual([permissionsBoundary, maxSessionDuration], [cellOutputs.permissionsBoundaryArn, 3600]);
    const policy = named(resources, "t-aws-policy");
    deepEqual(statement(policy, "List").Condition, { StringLike: { "s3:prefix": ["exports/", "exports/*"] } });
    const { Action, Condition } = statement(policy, "Key");
    deepEqual(Action, ["kms:Decrypt"]);
    deepEqual(Condition, { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } });
  });
});
