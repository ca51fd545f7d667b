import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "google_workspace",
  title: "Google Workspace",
  purpose: "identity",
  documentation: "https://support.google.com/a/answer/6087519",
  settings: IdentitySettings,
  proof: { kind: "declared, not exercised", because: "no provider that runs here was signed in at yet" },
  connect: identityConnection,
});
