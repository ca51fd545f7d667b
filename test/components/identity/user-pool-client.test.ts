import { deepEqual, equal } from "node:assert/strict";
import { clientArgs } from "../../../components/identity/user-pool-client.ts";
import { tenantPlan } from "../../support/plans.ts";

const { client } = tenantPlan("acme-corp").users;
const open = clientArgs(client, "us-east-1_POOL00000", true);

describe("clientArgs", () => {
  it("R-SEC-6 lets tokens live as long as the plan says, and be revoked and renewed for another", () => {
    deepEqual(
      [open.accessTokenValidity, open.idTokenValidity, open.refreshTokenValidity, open.tokenValidityUnits],
      [60, 60, 30, { accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
    );
    deepEqual(
      [open.enableTokenRevocation, open.refreshTokenRotation],
      [true, { feature: "ENABLED", retryGracePeriodSeconds: 60 }],
    );
    const kept = clientArgs({ ...client, revocation: false }, "us-east-1_POOL00000", true);
    deepEqual([kept.enableTokenRevocation, kept.refreshTokenRotation], [false, undefined]);
    deepEqual(kept.explicitAuthFlows, ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
  });

  it("R-SEC-1 has no secret, takes codes alone, and does not tell who exists", () => {
    deepEqual(
      [open.generateSecret, open.allowedOauthFlows, open.preventUserExistenceErrors],
      [false, ["code"], "ENABLED"],
    );
    deepEqual(open.callbackUrls, ["https://acme-corp.us-1.app.example/auth/callback"]);
    deepEqual(open.explicitAuthFlows, ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"]);
  });

  it("lets nobody in while sign-in is off: no code, no password, no renewal", () => {
    const closed = clientArgs(client, "us-east-1_POOL00000", false);
    equal(closed.allowedOauthFlowsUserPoolClient, false);
    equal(closed.allowedOauthFlows, undefined);
    deepEqual(closed.explicitAuthFlows, ["ALLOW_CUSTOM_AUTH"]);
    deepEqual(closed.refreshTokenRotation, { feature: "DISABLED" });
  });
});
