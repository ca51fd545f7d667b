import { z } from "zod";
import { isolations } from "../../isolation.ts";
import { days, percent } from "./scalars.ts";

const AutoScaling = z
  .strictObject({
    enabled: z.boolean(),
    min_capacity: z.int().min(1).max(1000).describe("Pods of the workload at the least."),
    max_capacity: z.int().min(1).max(1000).describe("Pods of the workload at the most; the namespace's quota follows."),
    target_utilization_percent: percent,
    scale_up_cooldown_seconds: z.int().min(0).max(3600),
    scale_down_cooldown_seconds: z.int().min(0).max(3600),
    scale_up_threshold_percent: percent,
    scale_down_threshold_percent: percent,
    max_scale_factor: z.number().min(1).max(100),
    predictive_scaling: z.boolean(),
    custom_metrics: z.array(z.enum(["cpu_usage", "memory_usage", "ai_requests", "ai_session_count", "storage_usage"])),
  })
  .refine((scaling) => scaling.min_capacity <= scaling.max_capacity, {
    path: ["min_capacity"],
    error: "is above max_capacity",
  });

const Storage = z.strictObject({
  versioning_enabled: z.boolean(),
  backup_enabled: z.boolean(),
  cdn_enabled: z.boolean(),
  lifecycle_policies: z.strictObject({
    archive_after_days: days(30, 36500).describe(
      "Days until objects move to a cheaper class that still answers reads at once.",
    ),
    delete_after_days: days(1, 36500).describe("Days until noncurrent versions and the records/ prefix are deleted."),
    abort_multipart_after_days: days(1, 365).default(7).describe("Days until an unfinished upload is thrown away."),
  }),
  object_lock: z
    .strictObject({
      mode: z.enum(["none", "governance", "compliance"]),
      retention_days: days(1, 36500),
    })
    .optional()
    .describe("Objects cannot be changed or deleted for so long; absent: no lock."),
});

const Database = z.strictObject({
  connections: z.int().min(1).max(5000).describe("Connections that the tenant's role may hold at once."),
  statement_timeout_seconds: z.int().min(1).max(86400),
  idle_in_transaction_timeout_seconds: z.int().min(1).max(86400).default(60),
  connection_pooling: z.boolean(),
  query_optimization: z.boolean(),
  index_tuning: z.boolean(),
  partitioning: z.boolean(),
  read_replicas: z.int().min(0).max(15).describe("Read replicas; RDS and Aurora have 15 at the most."),
  instance_class: z
    .string()
    .regex(/^db\.[a-z0-9]+\.[a-z0-9]+$/)
    .default("db.r8g.large")
    .describe("Class of an instance of the tenant's own; without effect below isolation `database`."),
});

const Recovery = z.strictObject({
  rpo_minutes: z.int().min(0).describe("Minutes of data that a disaster may cost."),
  rto_minutes: z.int().min(1).describe("Minutes until service is back; within what the SLA allows in a month."),
  cross_region: z.boolean().describe("Whether data is copied to the cell's recovery Region."),
});

/** What is provisioned, and how far it grows. */
export const Infrastructure = z.strictObject({
  isolation: z.enum(isolations),
  auto_scaling: AutoScaling,
  storage: Storage,
  database: Database,
  cache: z.strictObject({
    enabled: z.boolean(),
    ttl_seconds: z.int().min(1),
    strategy: z.enum(["write-through", "write-behind", "cache-aside"]),
    size_mb: z.int().min(1),
    distributed: z.boolean(),
  }),
  edge: z.strictObject({ enabled: z.boolean() }),
  recovery: Recovery,
});
