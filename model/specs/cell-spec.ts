import { z } from "zod";
import { GateExceptionSpec } from "./gate-exception-spec.ts";
import { holding, shaped } from "./rule.ts";
import { AccountId, CellId, Region, Residency, schemaVersion } from "./scalars.ts";

const count = (description: string) => z.int().min(0).optional().meta({ description });

const capacity = z
  .strictObject({
    tenants: z
      .int()
      .min(1)
      .meta({ description: "1 makes it the cell of a single tenant.", examples: [400] }),
    database_connections: count("Connections of the cell's server to give away."),
    namespaces: count("Kubernetes namespaces of tenants."),
    user_pools: count("Cognito user pools; an account's quota is 1,000 a Region."),
    buckets: count("S3 buckets."),
    roles: count("IAM roles; an account's quota is 1,000 unless raised."),
    database_instances: count("RDS instances of tenants and their replicas. Default: the account's quota of 40."),
    caches: count("Serverless caches of tenants' own. Default: the account's quota of 40."),
    backup_vaults: count("Backup vaults of tenants' own. Default: the account's quota of 100."),
    event_rules: count("Rules of tenants on an event bus. Default: the account's quota of 300."),
    alarms: count("Alarms of tenants. Default: the account's quota of 5,000."),
  })
  .meta({ description: "What the cell has room for, within its account's quotas. What is not said has no room." });

const quotedVersion = (pattern: RegExp, example: string) =>
  holding(
    z.string(),
    shaped(pattern, {
      code: "VERSION_FORM",
      message: "is not a version",
      allowed: `a version in quotes, e.g. "${example}"`,
    }),
  ).meta({ description: "In quotes, since a number would lose a trailing zero.", examples: [example] });

const addressBlock = holding(
  z.string(),
  shaped(/^(10|172|192)(\.\d{1,3}){3}\/1[6-9]$/, {
    code: "ADDRESS_BLOCK_FORM",
    message: "is not a private block for a VPC",
    allowed: "a private IPv4 block of /16 to /19, e.g. 10.0.0.0/16",
  }),
).meta({
  description: "Addresses of the cell's VPC. Default 10.0.0.0/16: cells are not connected with each other.",
  examples: ["10.0.0.0/16"],
});

/** One account in one Region: what its tenants share, and how many it takes. */
export const CellSpec = z
  .strictObject({
    schema_version: schemaVersion(1),
    id: CellId,
    account_id: AccountId,
    partition: z
      .enum(["aws", "aws-us-gov", "aws-cn"])
      .meta({ description: "AWS partition of the account.", examples: ["aws"] }),
    region: Region,
    residency: Residency,
    recovery_region: Region.meta({
      description: "Where copies for recovery go; inside the residency.",
      examples: ["us-west-2"],
    }),
    state: z
      .enum(["open", "draining", "closed"])
      .meta({ description: "Only an open cell takes new tenants.", examples: ["open"] }),
    tiers: z
      .array(z.string())
      .min(1)
      .meta({ description: "Tiers that the cell takes.", examples: [["free", "professional"]] }),
    zones: z
      .int()
      .min(2)
      .max(6)
      .meta({ description: "Availability Zones.", examples: [3] }),
    postgres: z.strictObject({
      version: quotedVersion(/^\d{2}(\.\d{1,2})?$/, "17"),
      instance: holding(
        z.string(),
        shaped(/^db\.[a-z0-9-]+\.[a-z0-9]+$/, {
          code: "INSTANCE_CLASS_FORM",
          message: "is not an RDS instance class",
          allowed: "e.g. db.r8g.large",
        }),
      ).meta({ description: "RDS instance class.", examples: ["db.r8g.large"] }),
      max_connections: z
        .int()
        .min(6)
        .max(262_143)
        .meta({ description: "PostgreSQL's max_connections, 6 to 262,143.", examples: [4500] }),
      service: z
        .enum(["rds", "aurora"])
        .optional()
        .meta({ description: "Default: aurora in a cell of one tenant, rds in all others.", examples: ["rds"] }),
    }),
    kubernetes: z.strictObject({
      version: quotedVersion(/^1\.\d{2}$/, "1.34"),
      external_metrics: z
        .boolean()
        .optional()
        .meta({
          description:
            "Whether an adapter in the cluster serves the tenants' own metrics to autoscalers (external.metrics.k8s.io). Default false.",
          examples: [true],
        }),
    }),
    key_rotation_days: z
      .int()
      .min(90)
      .max(2560)
      .meta({ description: "Rotation of the cell's own key; KMS rotates at 90 to 2,560 days.", examples: [90] }),
    capacity,
    head_room_percent: z
      .int()
      .min(0)
      .max(90)
      .meta({
        description: "Share that placement keeps free, so that tenants already there can grow.",
        examples: [20],
      }),
    vpc_cidr: addressBlock.optional(),
    cloudhsm_key_store_id: holding(
      z.string(),
      shaped(/^cks-[0-9a-z]{8,64}$/, {
        code: "KEY_STORE_ID_FORM",
        message: "is not the id of a key store",
        allowed: "the id that KMS gave a connected CloudHSM key store, e.g. cks-1234567890abcdef0",
      }),
    )
      .optional()
      .meta({
        description:
          "CloudHSM key store of the account, for tenants whose keys are to be in one. Default: there is none.",
        examples: ["cks-1234567890abcdef0"],
      }),
    exceptions: z.array(GateExceptionSpec).optional().meta({
      description: "Lifts what a change of this cell would be refused for: by name, with reason, approver and end.",
    }),
  })
  .meta({ title: "Cell", description: "One account in one Region, with a capacity." });
export type CellSpec = Readonly<z.infer<typeof CellSpec>>;
