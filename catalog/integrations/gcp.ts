import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "gcp",
  title: "Google Cloud",
  purpose: "clouds",
  documentation: "https://cloud.google.com/iam/docs/workload-identity-federation-with-other-providers",
  settings: z.strictObject({
    project_number: settingOf(/^[0-9]{6,18}$/, "the number of a project", "6 to 18 digits", "123456789012"),
    pool: settingOf(
      /^[a-z][a-z0-9-]{3,31}$/,
      "the id of a workload identity pool",
      "4 to 32 of a-z, 0-9 and -",
      "tenantry",
    ),
    provider: settingOf(
      /^[a-z][a-z0-9-]{3,31}$/,
      "the id of the pool's provider",
      "4 to 32 of a-z, 0-9 and -",
      "aws-tokens",
    ),
    service_account: settingOf(
      /^[a-z][a-z0-9-]{5,29}@[a-z][a-z0-9-]{5,29}\.iam\.gserviceaccount\.com$/,
      "the address of a service account",
      "name@project.iam.gserviceaccount.com",
      "reader@example-project.iam.gserviceaccount.com",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "only AWS issues the token, and only Google trusts it" },
  connect: ({ project_number, pool, provider }) => ({
    kind: "token_exchange",
    audience: `https://iam.googleapis.com/projects/${project_number}/locations/global/workloadIdentityPools/${pool}/providers/${provider}`,
  }),
});
