import { z } from "zod";
import { days } from "./scalars.ts";

const PasswordPolicy = z.strictObject({
  min_length: z.int().min(8).max(99).describe("Characters; Amazon Cognito accepts 6 to 99."),
  require_uppercase: z.boolean(),
  require_lowercase: z.boolean(),
  require_numbers: z.boolean(),
  require_special_chars: z.boolean(),
  max_age_days: days(1, 365).describe("Days after which a password must be changed."),
  history_count: z.int().min(0).max(24).describe("Earlier passwords that cannot be used again."),
  lockout_attempts: z.int().min(1).max(20).describe("Failed attempts after which the account is locked."),
  complexity_score_minimum: z.int().min(0).max(100),
});

const MfaConfig = z.strictObject({
  required: z.boolean().describe("Whether every user must have a second factor."),
  methods: z.array(z.enum(["totp", "sms", "email", "hardware_token"])).min(1),
  backup_codes: z.int().min(0).max(20),
  grace_period_days: days(0, 30).describe("Days a new user may go without a second factor."),
  adaptive_mfa: z.boolean(),
  risk_based_auth: z.boolean(),
});

const Encryption = z.strictObject({
  algorithm: z.literal("AES-256-GCM").describe("What KMS and the storage services use; nothing else can be chosen."),
  key_management: z
    .enum(["cell_key", "tenant_key", "cloudhsm"])
    .describe(
      "cell_key: the cell's KMS key, tenant in the encryption context; tenant_key: a KMS key of the tenant's own; cloudhsm: a key in a CloudHSM cluster.",
    ),
  key_rotation_days: days(1, 2560).describe(
    "KMS rotates by itself at 90 to 2,560 days only; a shorter period is carried out on demand.",
  ),
  field_level: z.boolean().describe("Data keys per field below the tenant's key."),
  quantum_resistant: z.boolean().describe("Hybrid post-quantum key exchange where the service offers one."),
  multi_region: z
    .boolean()
    .default(false)
    .describe("Own key as a multi-Region primary; not with cell_key or cloudhsm."),
  deletion_window_days: days(7, 30).default(30).describe("Days between scheduling a key's deletion and its end."),
});

/** How users sign in, and what protects what they store. */
export const Security = z.strictObject({
  password_policy: PasswordPolicy,
  mfa_config: MfaConfig,
  encryption: Encryption,
  sessions: z.strictObject({
    access_token_minutes: z.int().min(5).max(1440),
    refresh_token_days: days(1, 3650),
    device_tracking: z.boolean(),
    revocation: z.boolean(),
  }),
  threat_detection: z.strictObject({ waf: z.boolean(), anomaly_alarms: z.boolean() }),
});
