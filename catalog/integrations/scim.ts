import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "scim",
  title: "SCIM 2.0 provisioning",
  purpose: "custom",
  documentation: "https://www.rfc-editor.org/rfc/rfc7644",
  settings: z.strictObject({
    token: SecretReference.meta({ description: "The bearer token that the directory shows, by its name." }),
  }),
  soldBy: "scim_provisioning",
  proof: {
    kind: "declared, not exercised",
    because: "the application serves the protocol, and the sample application does not",
  },
  connect: ({ token }) => ({ kind: "application_secret", secretName: token.secret }),
});
