import type { UserPoolClientArgs } from "@pulumi/aws/cognito/userPoolClient.js";
import type * as pulumi from "@pulumi/pulumi";
import type { UserPoolClientPlan } from "../../model/plan/identity-plan.ts";

/** Seconds in which a client may use a refresh token again whose successor got lost on the way. */
const retrySeconds = 60;

/**
 * The application's client: without a secret, since a browser keeps none; a code is redeemed with PKCE.
 *
 * Without sign-in it has one flow left, which begins with a challenge that nobody answers: `ALLOW_CUSTOM_AUTH` in a
 * pool without triggers. No flow at all would be Cognito's default, which lets passwords in. Access tokens that are
 * out run to their end.
 * Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function clientArgs(
  client: UserPoolClientPlan,
  userPoolId: pulumi.Input<string>,
  signIn: boolean,
): UserPoolClientArgs {
  return {
    name: client.clientName,
    userPoolId,
    generateSecret: false,
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: client.revocation,
    accessTokenValidity: client.accessTokenMinutes,
    idTokenValidity: client.accessTokenMinutes,
    refreshTokenValidity: client.refreshTokenDays,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "days" },
    // Without a secret there is nothing that would prove where a user's address is from.
    enablePropagateAdditionalUserContextData: false,
    callbackUrls: [client.callbackUrl],
    logoutUrls: [client.logoutUrl],
    supportedIdentityProviders: ["COGNITO"],
    readAttributes: ["email", "email_verified", "name", "phone_number", "phone_number_verified"],
    writeAttributes: ["email", "name", "phone_number"],
    ...(signIn ? openFlows(client.revocation) : closedFlows),
  };
}

/** Refresh tokens are exchanged for new ones where they can be revoked, so that a stolen one is noticed. */
function openFlows(rotates: boolean): Partial<UserPoolClientArgs> {
  const flows = ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"];
  return {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["email", "openid", "profile"],
    ...(rotates
      ? {
          explicitAuthFlows: flows,
          refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: retrySeconds },
        }
      : { explicitAuthFlows: [...flows, "ALLOW_REFRESH_TOKEN_AUTH"] }),
  };
}

const closedFlows: Partial<UserPoolClientArgs> = {
  allowedOauthFlowsUserPoolClient: false,
  explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"],
  refreshTokenRotation: { feature: "DISABLED" },
};
