import * as openid from "openid-client";
import { browse } from "./browser.ts";
import { type DeclaredProvider, type FederatedUser, federatedUser } from "./federated-user.ts";
import type { OpenIdProvider } from "./openid-provider.ts";

/**
 * Signs somebody in as a user pool does with a provider declared in it: discovery, authorization code, exchange,
 * verification of the ID token, user info, and the declared attribute mapping over the claims. The pool's client at the
 * provider is the one that shows its secret in the body, as Cognito's does; PKCE and the nonce are this client's own.
 *
 * Cognito itself is not here: this takes its part, with nothing but what is declared.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html
 *
 * @param clientSecret what its owner put in the place of the declared one
 * @throws openid-client's refusals
 */
export async function signInByOpenId(
  provider: OpenIdProvider,
  declared: DeclaredProvider,
  { clientSecret, redirectUri }: { readonly clientSecret: string; readonly redirectUri: string },
): Promise<FederatedUser> {
  const {
    oidc_issuer = "",
    client_id = "",
    authorize_scopes = "",
    attributes_request_method,
  } = declared.providerDetails;
  if (attributes_request_method !== "GET") throw new Error("attributes are asked for by GET alone here");
  const configuration = await openid.discovery(
    new URL(oidc_issuer),
    client_id,
    clientSecret,
    openid.ClientSecretPost(clientSecret),
    { [openid.customFetch]: (url, init) => provider.fetch(url, init as RequestInit) },
  );
  const [pkceCodeVerifier, expectedState, expectedNonce] = [
    openid.randomPKCECodeVerifier(),
    openid.randomState(),
    openid.randomNonce(),
  ];
  const start = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: authorize_scopes,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
  });
  const back = await browse(provider, start, redirectUri);
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
  const tokens = await openid.authorizationCodeGrant(configuration, back, checks);
  const { sub = "" } = tokens.claims() ?? {};
  const info = await openid.fetchUserInfo(configuration, tokens.access_token, sub);
  return federatedUser(declared, info, sub);
}
