import type * as pulumi from "@pulumi/pulumi";
import { configurationDocument } from "../configuration/configuration-document.ts";
import { TenantConfiguration } from "../configuration/tenant-configuration.ts";
import type { TenantData } from "../database/tenant-data.ts";
import type { TenantPlace } from "./place.ts";

/** Publishes what the tenant's application has to know; gives what the application waits for. */
export function declareConfiguration(
  { name, plan, cell, opts }: TenantPlace,
  kmsKeyArn: pulumi.Output<string>,
  data: TenantData,
): pulumi.Resource {
  return new TenantConfiguration(
    `${name}-configuration`,
    { plan: plan.configuration, cell, kmsKeyArn, document: configurationDocument(plan, data, cell) },
    opts,
  ).published;
}
