import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "bigquery",
  title: "Google BigQuery",
  purpose: "data",
  documentation: "https://cloud.google.com/bigquery/docs/omni-aws-create-connection",
  settings: z.strictObject({
    identity: settingOf(
      /^[0-9]{21}$/,
      "the identity of a connection",
      "21 digits, as BigQuery shows it",
      "123456789012345678901",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "IAM is not evaluated in the embedded account" },
  connect: ({ identity }) => ({
    kind: "outside_role",
    trusted: {
      kind: "token",
      issuer: "accounts.google.com",
      builtIn: true,
      claims: { sub: identity },
    },
    folder: "exports/",
    access: "read",
  }),
});
