import { change, type EditedStack } from "./edit.ts";

/** Edits on a professional tenant: what it has beside a free one, its frameworks and its integrations. */
export const professionalEdits: EditedStack = {
  stack: "exact-pro",
  copyOf: "acme-corp",
  uid: "x5h8k3vn",
  edits: [
    {
      kind: "framework",
      name: "one more framework",
      changes: [change("tenants/exact-pro.yaml", "compliance: [soc2, gdpr]", "compliance: [soc2, gdpr, iso27001]")],
    },
    {
      kind: "framework",
      name: "one framework less",
      changes: [change("tenants/exact-pro.yaml", "compliance: [soc2, gdpr, iso27001]", "compliance: [soc2, iso27001]")],
    },
    {
      kind: "framework",
      name: "a framework's floor for the retention of records",
      changes: [
        change("tenants/exact-pro.yaml", "compliance: [soc2, iso27001]", "compliance: [soc2, iso27001, pci-dss]"),
      ],
    },
    {
      kind: "integration",
      name: "another channel",
      changes: [change("tenants/exact-pro.yaml", "channel: C0123ABCD", "channel: C0123ABCE")],
    },
    {
      kind: "integration",
      name: "one more product",
      changes: [
        change(
          "tenants/exact-pro.yaml",
          "integrations:\n",
          "integrations:\n  github: { repository: acme/crm, environment: production }\n",
        ),
      ],
    },
    {
      kind: "integration",
      name: "another address of a hook",
      changes: [change("tenants/exact-pro.yaml", "https://crm.acme.example/hook", "https://crm.acme.example/hooks/2")],
    },
    {
      kind: "integration",
      name: "another secret for a hook",
      changes: [change("tenants/exact-pro.yaml", "secret: crm-webhook", "secret: crm-hook")],
    },
    {
      kind: "integration",
      name: "no chat any more",
      changes: [change("tenants/exact-pro.yaml", "  slack: { workspace: T0123ABCD, channel: C0123ABCE }\n", "")],
    },
    {
      kind: "integration",
      name: "another client at the identity provider",
      changes: [change("tenants/exact-pro.yaml", "client_id: 0oa1b2c3", "client_id: 0oa1b2c4")],
    },
    {
      kind: "tenant",
      name: "fewer users, within what is negotiable",
      changes: [change("tenants/exact-pro.yaml", "limits.max_users: 500", "limits.max_users: 400")],
    },
    {
      kind: "tier",
      name: "the budget",
      changes: [change("tiers/professional.yaml", "budget_monthly_usd: 120", "budget_monthly_usd: 150")],
    },
    {
      kind: "tier",
      name: "how often the key is rotated",
      changes: [change("tiers/professional.yaml", "key_rotation_days: 90", "key_rotation_days: 180")],
    },
    {
      kind: "tier",
      name: "fewer models",
      changes: [change("tiers/professional.yaml", "claude-3: true, gpt-4: true", "claude-3: true, gpt-4: false")],
    },
  ],
};
