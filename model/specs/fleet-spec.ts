import { z } from "zod";
import { GateExceptionSpec } from "./gate-exception-spec.ts";
import { holding, shaped } from "./rule.ts";
import { AccountId, Region, schemaVersion } from "./scalars.ts";

const namePart = holding(
  z.string(),
  shaped(/^(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    code: "FLEET_NAME_FORM",
    message: "cannot begin a physical name",
    allowed: "1 to 20 of a-z, 0-9 and single hyphens, beginning with a letter",
  }),
);

/** What all tenants and cells have in common. */
export const FleetSpec = z
  .strictObject({
    schema_version: schemaVersion(1),
    name: namePart.meta({ description: "Begins every physical name.", examples: ["tenantry"] }),
    environment: namePart.meta({
      description: "Second part of every physical name: staging and production never share one.",
      examples: ["production"],
    }),
    domain: holding(
      z.string(),
      shaped(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
        code: "DOMAIN_FORM",
        message: "is not a domain name",
        allowed: "lower-case labels with dots between, e.g. app.example",
      }),
    ).meta({ description: "Tenants are reached below it.", examples: ["app.example"] }),
    state: z.strictObject({
      backend: z
        .string()
        .min(1)
        .meta({
          description: "Where Pulumi keeps state: sandbox, s3://…, postgres://…",
          examples: ["s3://state-bucket"],
        }),
      secrets_provider: z
        .string()
        .min(1)
        .meta({
          description: "What encrypts secrets in state: passphrase, or awskms://…",
          examples: ["awskms://alias/state"],
        }),
    }),
    operators: z.strictObject({
      alarms: z
        .string()
        .min(3)
        .meta({ description: "Who gets alarms.", examples: ["ops@example.com"] }),
      break_glass: z
        .string()
        .min(3)
        .meta({ description: "Who is told when somebody uses emergency access.", examples: ["security@example.com"] }),
      runbooks: z
        .url()
        .optional()
        .meta({
          description:
            "Folder of the pages that alarms link to, one for each category; absent: docs/runbooks of this repository.",
          examples: ["https://runbooks.example.com"],
        }),
    }),
    control_plane: z.strictObject({
      account_id: AccountId,
      region: Region,
      organization_id: z
        .string()
        .regex(/^o-[a-z0-9]{10,32}$/)
        .optional()
        .meta({
          description:
            "Organization whose management account, or delegated administrator of CloudTrail, the account is: the trail then records all its accounts. Absent: this account alone.",
          examples: ["o-exampleorg1"],
        }),
      cost_attribution: z.boolean().optional().meta({
        description:
          "Whether the account pays the fleet's bills, so that they are told apart there by cost-allocation tags and categories; AWS knows a tag about a day after the first resource that carries it. Absent: no.",
      }),
    }),
    cost_threshold: z
      .strictObject({
        monthly_increase_usd: z
          .number()
          .min(0)
          .meta({ description: "An increase up to this is let through whatever its share.", examples: [100] }),
        monthly_increase_percent: z
          .number()
          .min(0)
          .meta({ description: "An increase up to this share of the base is let through.", examples: [10] }),
      })
      .optional()
      .meta({
        description:
          "By how much one change may raise the monthly cost of the stacks it touches, at list price. Absent: 100 dollars or 10 percent, whichever is more.",
      }),
    exceptions: z.array(GateExceptionSpec).optional().meta({
      description:
        "Lifts what a change of the control plane or the fleet as a whole would be refused for: by name, with reason, approver and end.",
    }),
  })
  .meta({ title: "Fleet", description: "What all tenants and cells have in common." });
export type FleetSpec = Readonly<z.infer<typeof FleetSpec>>;
