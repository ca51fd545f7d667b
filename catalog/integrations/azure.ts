import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const form = "a UUID in small letters";

export const product = integration({
  id: "azure",
  title: "Microsoft Azure",
  purpose: "clouds",
  documentation: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation",
  settings: z.strictObject({
    tenant_id: settingOf(uuid, "the id of a directory", form, "00000000-0000-4000-8000-000000000001"),
    client_id: settingOf(uuid, "the id of an application", form, "00000000-0000-4000-8000-000000000003"),
  }),
  proof: { kind: "declared, not exercised", because: "only AWS issues the token, and only Entra ID trusts it" },
  connect: () => ({ kind: "token_exchange", audience: "api://AzureADTokenExchange" }),
});
