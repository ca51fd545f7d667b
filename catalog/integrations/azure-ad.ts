import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "azure_ad",
  title: "Microsoft Entra ID (Azure AD)",
  purpose: "identity",
  documentation: "https://learn.microsoft.com/entra/identity/enterprise-apps/add-application-portal-setup-sso",
  settings: IdentitySettings,
  proof: { kind: "declared, not exercised", because: "no provider that runs here was signed in at yet" },
  connect: identityConnection,
});
