import type * as pulumi from "@pulumi/pulumi";
import type { TenantModels } from "../ai/tenant-models.ts";
import { configurationDocument } from "../configuration/configuration-document.ts";
import { TenantConfiguration } from "../configuration/tenant-configuration.ts";
import type { TenantData } from "../database/tenant-data.ts";
import type { TenantPlace } from "./place.ts";

/** Publishes what the tenant's application has to know; gives what the application waits for. */
export function declareConfiguration(
  { name, plan, cell, opts }: TenantPlace,
  kmsKeyArn: pulumi.Output<string>,
  data: TenantData,
  models: TenantModels,
): pulumi.Resource {
  return new TenantConfiguration(
    `${name}-configuration`,
    { plan: plan.configuration, cell, kmsKeyArn, document: configurationDocument(plan, data, cell, models) },
    opts,
  ).published;
}
