import { integration } from "../../model/integration.ts";
import { IdentitySettings, identityConnection, identityProof } from "../../model/specs/identity-settings.ts";

export const product = integration({
  id: "google_workspace",
  title: "Google Workspace",
  purpose: "identity",
  documentation: "https://support.google.com/a/answer/6087519",
  settings: IdentitySettings,
  proof: identityProof,
  connect: identityConnection,
});
