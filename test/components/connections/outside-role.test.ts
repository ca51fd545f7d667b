import { deepEqual, equal, match, ok } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

const principal = "arn:aws:iam::999988887777:role/reads-exports";

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
});
