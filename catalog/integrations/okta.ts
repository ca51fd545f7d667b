import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection, identityProof } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "okta",
  title: "Okta",
  purpose: "identity",
  documentation: "https://help.okta.com/en-us/content/topics/apps/apps_app_integration_wizard.htm",
  settings: IdentitySettings,
  proof: identityProof,
  connect: identityConnection,
});
