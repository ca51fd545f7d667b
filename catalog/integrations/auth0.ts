import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "auth0",
  title: "Auth0",
  purpose: "identity",
  documentation: "https://auth0.com/docs/get-started/applications",
  settings: IdentitySettings,
  proof: { kind: "declared, not exercised", because: "no provider that runs here was signed in at yet" },
  connect: identityConnection,
});
