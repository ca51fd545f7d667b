import { change, type EditedStack } from "./edit.ts";

/** Edits on a free tenant: its file, its tier. */
export const freeEdits: EditedStack = {
  stack: "exact-free",
  copyOf: "blue-kite",
  uid: "x2c6m9wq",
  edits: [
    {
      kind: "tenant",
      name: "a comment",
      changes: [change("tenants/exact-free.yaml", "tier: free", "tier: free    # the smallest")],
      isWithoutEffect: true,
    },
    {
      kind: "tenant",
      name: "the name that people see",
      changes: [change("tenants/exact-free.yaml", "name: Blue Kite", "name: Blue Kite Toys")],
    },
    {
      kind: "tenant",
      name: "the owner, whom nothing of a free tenant names",
      changes: [change("tenants/exact-free.yaml", "owner: crm:4711", "owner: crm:4712")],
      isWithoutEffect: true,
    },
    {
      kind: "tenant",
      name: "less than the tier sells, of its own wish",
      changes: [
        change(
          "tenants/exact-free.yaml",
          "placement: {",
          "overrides: { infrastructure.database.connections: 1 }\nplacement: {",
        ),
      ],
    },
    {
      kind: "tenant",
      name: "an override that says what the tier says already",
      changes: [
        change(
          "tenants/exact-free.yaml",
          "infrastructure.database.connections: 1",
          "infrastructure.database.connections: 1, monitoring.logging.level: INFO",
        ),
      ],
      isWithoutEffect: true,
    },
    {
      kind: "tenant",
      name: "another uid, which would move its data",
      changes: [change("tenants/exact-free.yaml", "uid: x2c6m9wq", "uid: x2c6m9wr")],
      isRefused: true,
    },
    {
      kind: "tier",
      name: "calls an hour",
      changes: [change("tiers/free.yaml", "api_requests_per_hour: 100", "api_requests_per_hour: 120")],
    },
    {
      kind: "tier",
      name: "the most replicas",
      changes: [change("tiers/free.yaml", "min_capacity: 1, max_capacity: 2", "min_capacity: 1, max_capacity: 3")],
    },
    {
      kind: "tier",
      name: "the longest statement",
      changes: [change("tiers/free.yaml", "statement_timeout_seconds: 15", "statement_timeout_seconds: 20")],
    },
    {
      kind: "tier",
      name: "how long records are kept",
      changes: [
        change(
          "tiers/free.yaml",
          "logging: { level: INFO, retention_days: 90",
          "logging: { level: INFO, retention_days: 120",
        ),
      ],
    },
    {
      kind: "tier",
      name: "when objects are archived",
      changes: [change("tiers/free.yaml", "archive_after_days: 90", "archive_after_days: 60")],
    },
    {
      kind: "tier",
      name: "how long a session lasts",
      changes: [change("tiers/free.yaml", "access_token_minutes: 60", "access_token_minutes: 30")],
    },
    {
      kind: "tier",
      name: "no old versions of objects any more",
      changes: [change("tiers/free.yaml", "versioning_enabled: true", "versioning_enabled: false")],
    },
  ],
};
