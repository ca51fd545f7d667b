import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import { generate } from "selfsigned";
import { type DeclaredProvider, type FederatedUser, federatedUser } from "./federated-user.ts";
import type { SamlProvider } from "./saml-provider.ts";

export interface SamlSignInOptions {
  /** Of the pool: `https://<its domain>/saml2/idpresponse`. */
  readonly callbackUrl: string;
  /** Of the pool: `urn:amazon:cognito:sp:<its id>`. */
  readonly audience: string;
  /** What happens to the answer on its way, as base64; absent: nothing. */
  readonly onTheWay?: (answer: string) => string;
}

let keysOnce: ReturnType<typeof generate> | undefined;
/** The pools' key and certificate, made for this run: to make them takes longer than a sign-in. */
const poolKeys = () => {
  keysOnce ??= generate([{ name: "commonName", value: "pool" }], { keySize: 2048 });
  return keysOnce;
};

/**
 * Signs somebody in as a user pool does with a SAML provider declared in it: the provider's metadata, a signed request,
 * an answer whose assertion must be signed by the provider, meant for this pool and for this request, encrypted where
 * that is declared; and the declared attribute mapping over its attributes.
 *
 * Cognito itself is not here: this takes its part, with nothing but what is declared.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-signing-encryption.html
 *
 * @throws Error that says what is wrong with the answer
 */
export async function signInBySaml(
  provider: SamlProvider,
  declared: DeclaredProvider,
  { callbackUrl, audience, onTheWay = (answer) => answer }: SamlSignInOptions,
): Promise<FederatedUser> {
  const { MetadataURL = "", RequestSigningAlgorithm, EncryptedResponses } = declared.providerDetails;
  if (RequestSigningAlgorithm !== "rsa-sha256") throw new Error("requests are signed with rsa-sha256 alone here");
  const metadata = await (await provider.fetch(MetadataURL)).text();
  const keys = await poolKeys();
  const pool = new SAML({
    issuer: audience,
    audience,
    callbackUrl,
    idpIssuer: part(metadata, /entityID="([^"]+)"/),
    entryPoint: part(metadata, /SingleSignOnService[^>]*Location="([^"]+)"/),
    idpCert: part(metadata, /X509Certificate>([^<]+)</),
    privateKey: keys.private,
    decryptionPvk: keys.private,
    signatureAlgorithm: "sha256",
    identifierFormat: null,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.always,
  });
  const request = new URL(await pool.getAuthorizeUrlAsync("", undefined, {}));
  const answer = onTheWay(await provider.answer(request, pool.generateServiceProviderMetadata(keys.cert, keys.cert)));
  const isEncrypted = Buffer.from(answer, "base64").toString().includes(":EncryptedAssertion");
  if (EncryptedResponses === "true" && !isEncrypted) throw new Error("the assertion is not encrypted");
  const { profile } = await pool.validatePostResponseAsync({ SAMLResponse: answer });
  if (profile === null) throw new Error("the answer tells of nobody");
  return federatedUser(declared, profile["attributes"] as Readonly<Record<string, unknown>>, profile.nameID);
}

function part(metadata: string, pattern: RegExp): string {
  const found = pattern.exec(metadata)?.[1];
  if (found === undefined) throw new Error(`the metadata has nothing like ${pattern}`);
  return found;
}
