import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection, identityProof } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "azure_ad",
  title: "Microsoft Entra ID (Azure AD)",
  purpose: "identity",
  documentation: "https://learn.microsoft.com/entra/identity/enterprise-apps/add-application-portal-setup-sso",
  settings: IdentitySettings,
  proof: identityProof,
  connect: identityConnection,
});
