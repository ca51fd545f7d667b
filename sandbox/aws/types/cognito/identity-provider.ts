import type { PropertyMap } from "../../../provider/provider.ts";
import { defineType, when } from "../../define-type.ts";
import { map, text } from "../../values.ts";
import { requirePool } from "./user-pool.ts";

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
const needed: Readonly<Record<string, readonly string[]>> = {
  OIDC: ["client_id", "oidc_issuer", "authorize_scopes", "attributes_request_method"],
  Google: ["client_id", "client_secret", "authorize_scopes"],
};

function checkProvider(inputs: PropertyMap) {
  const type = text(inputs, "providerType") ?? "";
  const details = map(inputs, "providerDetails");
  const isKnown = Object.keys(details).length > 0;
  const missing = (isKnown ? (needed[type] ?? []) : []).filter((name) => details[name] === undefined);
  const metadata = ["MetadataURL", "MetadataFile"].filter((name) => details[name] !== undefined);
  const url = text(details, "MetadataURL") ?? text(details, "oidc_issuer");
  return when(
    [
      missing.length > 0,
      "providerDetails",
      `api error InvalidParameterException: provider details of ${type} need ${missing.join(", ")}`,
    ],
    [
      type === "SAML" && isKnown && metadata.length !== 1,
      "providerDetails",
      "api error InvalidParameterException: SAML takes either MetadataURL or MetadataFile",
    ],
    [
      url !== undefined && !url.startsWith("https://"),
      "providerDetails",
      `api error InvalidParameterException: the provider must be reached by https, got ${url ?? ""}`,
    ],
  );
}

/** Sandbox-defined: the provider is not called, so its metadata and its discovery document are not read. */
export const identityProvider = defineType({
  token: "aws:cognito/identityProvider:IdentityProvider",
  replaces: ["providerName", "providerType", "userPoolId"],
  defaults: { attributeMapping: {}, idpIdentifiers: [] },
  duplicateCode: "DuplicateProviderException",
  check: checkProvider,
  create: (inputs, account) => ({
    id: `${requirePool(account, inputs).id}:${text(inputs, "providerName") ?? ""}`,
    computed: {},
  }),
});
