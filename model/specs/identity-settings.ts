import { z } from "zod";
import type { Connection, IntegrationProof } from "../integration.ts";
import { HttpsUrl, SecretReference, settingOf } from "./integration-settings.ts";
import { holding } from "./rule.ts";

/** An identity provider by SAML 2.0 (`saml_metadata_url`) or by OpenID Connect (the other three). */
export const IdentitySettings = holding(
  z.strictObject({
    saml_metadata_url: HttpsUrl.optional().describe("Where the provider publishes its SAML metadata."),
    issuer: HttpsUrl.optional().describe(
      "OpenID Connect issuer: what stands before /.well-known/openid-configuration.",
    ),
    client_id: settingOf(
      /^\S{1,256}$/,
      "the client's id at the provider",
      "1 to 256 characters",
      "0oa1b2c3",
    ).optional(),
    client_secret: SecretReference.optional().meta({ description: "The client's secret, by its name." }),
  }),
  ({ saml_metadata_url, issuer, client_id, client_secret }) => {
    const oidc = [issuer, client_id, client_secret].filter((value) => value !== undefined).length;
    return (saml_metadata_url === undefined ? oidc === 3 : oidc === 0)
      ? undefined
      : {
          code: "INTEGRATION_PROTOCOL_UNCLEAR",
          message: "must be one protocol, and all of it",
          found:
            saml_metadata_url === undefined ? `${oidc} of the three settings of OpenID Connect` : "settings of both",
          allowed: "saml_metadata_url alone, or issuer, client_id and client_secret",
        };
  },
);
export type IdentitySettings = z.output<typeof IdentitySettings>;

/** @throws where the settings were not checked. */
export function identityConnection(settings: IdentitySettings): Connection {
  const { saml_metadata_url: metadataUrl, issuer, client_id: clientId, client_secret } = settings;
  if (metadataUrl !== undefined) return { kind: "identity_provider", protocol: "saml", metadataUrl };
  if (issuer === undefined || clientId === undefined || client_secret === undefined) {
    throw new TypeError("an identity provider has neither SAML metadata nor an OpenID client");
  }
  return { kind: "identity_provider", protocol: "oidc", issuer, clientId, secretName: client_secret.secret };
}

/** How far signing in was tried: with what the stack declares, against providers of no vendor in particular. */
export const identityProof: IntegrationProof = {
  kind: "exercised",
  against:
    "an OpenID provider (`oidc-provider`) and a SAML provider (`samlify`) that run here, with the declared settings; a test takes Cognito's part",
};
