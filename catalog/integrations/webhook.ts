import { integration } from "../../model/integration.ts";
import { CustomIntegration } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "webhook",
  title: "Webhooks (Standard Webhooks)",
  purpose: "custom",
  documentation: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
  settings: CustomIntegration,
  proof: { kind: "exercised", against: "a local receiver that verifies with the specification's own library" },
  asCustom: true,
  // EventBridge cannot sign a body, so the application does.
  connect: ({ signing_secret }) => ({ kind: "application_secret", secretName: signing_secret.secret }),
});
