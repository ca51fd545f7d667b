import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "digitalocean",
  title: "DigitalOcean",
  purpose: "clouds",
  documentation: "https://docs.digitalocean.com/reference/api/create-personal-access-token/",
  settings: z.strictObject({
    token: SecretReference.meta({ description: "A personal access token with the least scopes, by its name." }),
  }),
  proof: {
    kind: "declared, not exercised",
    because: "DigitalOcean takes tokens alone, and has no counterpart that runs here",
  },
  connect: ({ token }) => ({ kind: "application_secret", secretName: token.secret }),
});
