import { IdentityProvider } from "@pulumi/aws/cognito/identityProvider.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../model/integration.ts";
import type { ConnectionPlan } from "../../model/plan/connections-plan.ts";

/** Stands where a client's secret belongs until its owner puts it: the program neither knows nor overwrites it. */
const notPutYet = "not-put-yet";

/** Attributes of SAML by their usual names (https://docs.oasis-open.org/imi/identity/v1.0/identity.html, section 7.5). */
const samlEmail = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

/**
 * The tenant's own identity provider in its user pool. Assertions are asked for signed, so that nobody else's count;
 * a session at the provider ends with the one here.
 */
export function identityProvider(
  name: string,
  { id, connection }: ConnectionPlan & { readonly connection: Extract<Connection, { kind: "identity_provider" }> },
  userPoolId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): IdentityProvider {
  const named = { userPoolId, providerName: id };
  if (connection.protocol === "saml") {
    const providerDetails = {
      MetadataURL: connection.metadataUrl,
      IDPSignout: "true",
      RequestSigningAlgorithm: "rsa-sha256",
      EncryptedResponses: "true",
    };
    return new IdentityProvider(
      name,
      { ...named, providerType: "SAML", providerDetails, attributeMapping: { email: samlEmail } },
      opts,
    );
  }
  const providerDetails = {
    oidc_issuer: connection.issuer,
    client_id: connection.clientId,
    client_secret: notPutYet,
    authorize_scopes: "openid email profile",
    attributes_request_method: "GET",
  };
  return new IdentityProvider(
    name,
    { ...named, providerType: "OIDC", providerDetails, attributeMapping: { email: "email", username: "sub" } },
    { ...opts, ignoreChanges: ['providerDetails["client_secret"]'], additionalSecretOutputs: ["providerDetails"] },
  );
}
