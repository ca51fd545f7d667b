import type { ChangeGroup, FleetPlan, GroupOperation } from "../../../fleet/plan/fleet-plan.ts";

const urn = (type: string, name: string) =>
  `urn:pulumi:{tenant}::tenantry::tenantry:components:Tenant$${type}::${name}`;

/** An operation on a resource of a tenant, as a group has it. */
export const operation = (
  op: GroupOperation["op"],
  type: string,
  name: string,
  more: Partial<GroupOperation> = {},
): GroupOperation => ({
  op,
  urn: urn(type, name),
  type,
  name,
  properties: [],
  options: [],
  isDataBearing: false,
  ...more,
});

/** Stacks that share what happens to them. */
export const group = (
  danger: ChangeGroup["danger"],
  tenants: readonly string[],
  operations: readonly GroupOperation[],
): ChangeGroup => ({ danger, tenants, operations, predicted: false });

/** A plan in which nothing changes, with the given parts. */
export const planned = (parts: Partial<FleetPlan> = {}): FleetPlan => ({
  base: "0123456789abcdef0123456789abcdef01234567",
  head: "fedcba9876543210fedcba9876543210fedcba98+dirty",
  affected: [],
  affectedStacks: [],
  groups: [],
  gates: [],
  cost: { base: 1000, head: 1000, delta: 0, unpriced: {}, bands: { low: 800, typical: 1000, high: 1900 } },
  failures: [],
  effort: { mode: "classes", tenants: 300, classes: 12, synthesised: 40, resources: 3_600 },
  ...parts,
});

/** `t-0000`, `t-0001`, …: as many ids as one wants. */
export const ids = (count: number, prefix = "t"): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, "0")}`);

const replacedDatabase = operation("replace", "aws:rds/instance:Instance", "{tenant}-data-database", {
  isDataBearing: true,
  danger: "data-bearing",
  isRetained: true,
  properties: [
    {
      path: "storageType",
      before: "gp2",
      after: "gp3",
      forcesReplace: "outside",
      decidedBy: "tenants/acme-corp.yaml:16:21",
    },
  ],
});

const grownRole = operation("update", "aws:iam/rolePolicy:RolePolicy", "{tenant}-identity-policy", {
  danger: "right-grown",
  properties: [
    {
      path: "policy",
      before: '{"Action":["s3:GetObject"]}',
      after: '{"Action":["s3:*"]}',
      decidedBy: "tiers/free.yaml:9:3",
    },
  ],
});

const openedGroup = operation("update", "aws:ec2/securityGroup:SecurityGroup", "{tenant}-data-cluster", {
  danger: "network-opened",
  properties: [
    {
      path: "ingress[0].cidrBlocks[0]",
      before: "10.0.0.0/16",
      after: "0.0.0.0/0",
      decidedBy: "cells/umbra-1.yaml:7:3",
    },
  ],
});

const raisedLimit = operation("update", "aws:ssm/parameter:Parameter", "{tenant}-configuration", {
  danger: "update",
  properties: [{ path: "value", before: "100", after: "120", decidedBy: "tiers/professional.yaml:21:16" }],
});

/** 300 mixed tenants that a tier's edit updates, with a data-bearing replacement, a grown right and an opened network. */
export function plantedFleet(): FleetPlan {
  const all = ids(300);
  return planned({
    affected: all,
    affectedStacks: ["cell-us-1"],
    groups: [
      group("data-bearing", ["t-0007"], [replacedDatabase, raisedLimit]),
      group("right-grown", ["t-0100", "t-0101"], [grownRole, raisedLimit]),
      group("network-opened", ["t-0200"], [openedGroup, raisedLimit]),
      group(
        "update",
        all.filter((id) => !["t-0007", "t-0100", "t-0101", "t-0200"].includes(id)),
        [raisedLimit],
      ),
      group(
        "create",
        ["cell-us-1"],
        [operation("create", "aws:cloudwatch/metricAlarm:MetricAlarm", "{cell}-connections", { danger: "create" })],
      ),
    ],
    gates: [
      {
        gate: "data-bearing-replace",
        stack: "t-0007",
        resource: "t-0007-data-database",
        property: "storageType",
        reason: "aws:rds/instance:Instance would be replaced by an empty one, since storageType changes",
        verdict: "refused",
      },
    ],
    cost: {
      base: 41_000,
      head: 42_240.5,
      delta: 1_240.5,
      unpriced: { "aws:iam/role:Role": 300 },
      bands: { low: 39_000, typical: 42_240.5, high: 60_000 },
    },
  });
}
