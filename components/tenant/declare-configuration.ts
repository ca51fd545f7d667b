import type * as pulumi from "@pulumi/pulumi";
import { configurationDocument, type TenantParts } from "../configuration/configuration-document.ts";
import { TenantConfiguration } from "../configuration/tenant-configuration.ts";
import type { TenantPlace } from "./place.ts";

/** Publishes what the tenant's application has to know; gives what the application waits for. */
export function declareConfiguration({ name, plan, cell, opts }: TenantPlace, parts: TenantParts): pulumi.Resource {
  return new TenantConfiguration(
    `${name}-configuration`,
    {
      plan: plan.configuration,
      cell,
      kmsKeyArn: parts.kmsKeyArn,
      document: configurationDocument(plan, cell, parts),
    },
    opts,
  ).published;
}
