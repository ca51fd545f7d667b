import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "github",
  title: "GitHub",
  purpose: "development",
  documentation: "https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws",
  settings: z.strictObject({
    repository: settingOf(
      /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/,
      "a repository",
      "owner/name",
      "acme/product",
    ),
    environment: settingOf(/^[\w.-]{1,100}$/, "a deployment environment", "letters, digits, . _ and -", "production"),
  }),
  proof: {
    kind: "declared, not exercised",
    because: "the embedded account evaluates no trust policy; the policy itself is checked",
  },
  connect: ({ repository, environment }) => ({
    kind: "outside_role",
    trusted: {
      kind: "token",
      issuer: "token.actions.githubusercontent.com",
      builtIn: false,
      claims: { aud: "sts.amazonaws.com", sub: `repo:${repository}:environment:${environment}` },
    },
    folder: "repository/",
    access: "read_write",
  }),
});
