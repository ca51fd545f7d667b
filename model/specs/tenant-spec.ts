import { z } from "zod";
import { isolations } from "../isolation.ts";
import { GateExceptionSpec } from "./gate-exception-spec.ts";
import { CustomIntegration, IntegrationSettings } from "./integration-settings.ts";
import { findNameBreach } from "./printable-name.ts";
import { holding, shaped } from "./rule.ts";
import { CellId, Moment, Residency, schemaVersion, TenantId, Uid } from "./scalars.ts";
import { SupportAccess } from "./support-access.ts";

/** `professional`, or `professional@3` to stay with that version. */
const tierReference = /^[a-z][a-z0-9_-]{0,30}(@[1-9][0-9]{0,5})?$/;

const TierReference = holding(
  z.string(),
  shaped(tierReference, {
    code: "TENANT_TIER_FORM",
    message: "is not the name of a tier",
    allowed: "a tier's name, or name@version",
  }),
).meta({
  description:
    "What the tenant bought; everything that its file does not say is its tier's. `professional@3` stays with that version.",
  examples: ["professional", "professional@3"],
});

const ownerForm = /^([^\s@:]+@[^\s@]+\.[^\s@]+|[a-z][a-z0-9+.-]*:[^\s@]+)$/;

const Owner = holding(
  z.string().max(254),
  shaped(ownerForm, {
    code: "TENANT_OWNER_FORM",
    message: "is neither an address nor a reference",
    allowed: "an e-mail address, or a reference such as crm:4711 where an address must not stand in git",
  }),
).meta({
  description: "Who answers for the tenant: an address, or a reference such as crm:4711.",
  examples: ["admin@acme.example", "crm:4711"],
});

const Placement = z
  .strictObject({
    cell: CellId,
    isolation: z.enum(isolations).meta({
      description: "Where the data is. No edit of a file moves it; a change of tier may.",
      examples: ["schema"],
    }),
  })
  .meta({ description: "Where the tenant's data is. Written by tenantry." });

/** Products by name: which there are, and what each takes, is the catalog's (`catalog/integrations`). */
const integrations = z
  .object({
    custom: z
      .array(CustomIntegration)
      .max(100)
      .optional()
      .meta({ description: "Webhooks of the customer's own; how many is the tier's." }),
  })
  .catchall(IntegrationSettings)
  .meta({ description: "Products that the tenant connects, by name, with their settings." });

/** What a tenant's YAML file declares; nothing in it is derived. */
export const TenantSpec = z
  .strictObject({
    schema_version: schemaVersion(1),
    id: TenantId,
    uid: Uid,
    name: holding(z.string(), findNameBreach).meta({
      description: "What people see: any printable text up to 200 characters.",
      examples: ["ACME Corporation"],
    }),
    tier: TierReference,
    owner: Owner,
    industry: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: "Published to the application.", examples: ["technology"] }),
    residency: Residency,
    compliance: z
      .array(z.string())
      .optional()
      .meta({ description: "Frameworks whose floors the tenant is held to.", examples: [["soc2", "gdpr"]] }),
    managed_by: z
      .enum(["git", "api"])
      .meta({ description: "The one writer of this tenant: this file, or the API.", examples: ["git"] }),
    created: Moment.meta({
      description: "When the tenant was made: the clock of the template's variables. Written by `tenantry new`.",
      examples: ["2026-11-23T09:00:00Z"],
    }),
    placement: Placement,
    integrations: integrations.optional(),
    overrides: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: "Settings over the tier's: dotted paths or nested maps; both for one path is an error.",
        examples: [{ "limits.max_users": 500 }],
      }),
    support_access: SupportAccess.optional(),
    exceptions: z
      .array(GateExceptionSpec)
      .optional()
      .meta({ description: "Rules that are lifted: by name, with reason, approver and end." }),
  })
  .meta({ title: "Tenant", description: "One tenant. Everything that it does not say is its tier's." });
export type TenantSpec = Readonly<z.infer<typeof TenantSpec>>;
