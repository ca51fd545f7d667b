import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection, identityProof } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "auth0",
  title: "Auth0",
  purpose: "identity",
  documentation: "https://auth0.com/docs/get-started/applications",
  settings: IdentitySettings,
  proof: identityProof,
  connect: identityConnection,
});
