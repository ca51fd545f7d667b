import fc from "fast-check";
import { type ChangeGroup, dangers, type FleetPlan, type GroupOperation } from "../../../fleet/plan/fleet-plan.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { hostileNames } from "./hostile-names.ts";
import { planned } from "./planned-fleet.ts";

/** Any text, and often one that tries to be more than text. */
export const anyText = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: "binary", maxLength: 200 }));

const anyValue = fc.oneof(
  anyText,
  fc.constant(undefined),
  fc.constant(new SecretValue("hunter2")),
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(anyText, { maxLength: 5 }),
);

const change = fc.record(
  {
    path: anyText,
    before: anyValue,
    after: anyValue,
    forcesReplace: fc.constantFrom("outside", "ours"),
    decidedBy: anyText,
  },
  { requiredKeys: ["path"] },
) as fc.Arbitrary<GroupOperation["properties"][number]>;

const operation: fc.Arbitrary<GroupOperation> = fc.record(
  {
    op: fc.constantFrom("create" as const, "update" as const, "replace" as const, "delete" as const),
    urn: anyText,
    type: anyText,
    name: anyText,
    properties: fc.array(change, { maxLength: 6 }),
    options: fc.array(
      fc.record({ option: fc.constant("protect" as const), before: fc.boolean(), after: fc.boolean() }),
      {
        maxLength: 2,
      },
    ),
    isDataBearing: fc.boolean(),
    danger: fc.constantFrom(...dangers),
    replacedWith: anyText,
  },
  { requiredKeys: ["op", "urn", "type", "name", "properties", "options", "isDataBearing"] },
);

const group: fc.Arbitrary<ChangeGroup> = fc
  .record({
    tenants: fc.array(anyText, { minLength: 1, maxLength: 12 }),
    danger: fc.constantFrom(...dangers),
    operations: fc.array(operation, { maxLength: 8 }),
    predicted: fc.boolean(),
    isOffBoarding: fc.boolean(),
  })
  .map(({ isOffBoarding, ...rest }) => (isOffBoarding ? { ...rest, isOffBoarding } : rest));

const verdict = fc.record(
  {
    gate: anyText,
    stack: anyText,
    resource: anyText,
    property: anyText,
    reason: anyText,
    verdict: fc.constantFrom("refused", "excepted"),
    exception: fc.record({ gate: anyText, resource: anyText, reason: anyText, approvedBy: anyText, until: anyText }),
  },
  { requiredKeys: ["gate", "stack", "reason", "verdict"] },
) as fc.Arbitrary<FleetPlan["gates"][number]>;

const failure = fc.record(
  { stack: anyText, side: fc.constantFrom("base" as const, "head" as const), message: anyText, place: anyText },
  { requiredKeys: ["stack", "side", "message"] },
);

/** Plans whose every text may be hostile; some are small, and some are many times too large for a comment. */
export const anyPlan: fc.Arbitrary<FleetPlan> = fc
  .record({
    base: anyText,
    head: anyText,
    affected: fc.array(anyText, { maxLength: 20 }),
    affectedStacks: fc.array(anyText, { maxLength: 3 }),
    groups: fc.array(group, { maxLength: 12 }),
    gates: fc.array(verdict, { maxLength: 12 }),
    failures: fc.array(failure, { maxLength: 8 }),
    renamed: fc.array(fc.record({ from: anyText, to: anyText }), { maxLength: 3 }),
    unpriced: fc.dictionary(anyText, fc.nat(), { maxKeys: 12 }),
    delta: fc.double({ noDefaultInfinity: true, noNaN: true }),
    copies: fc.constantFrom(1, 1, 1, 30, 300),
  })
  .map(({ copies, unpriced, delta, ...parts }) => {
    const repeated = <T>(items: readonly T[]): T[] => Array.from({ length: copies }, () => items).flat();
    return planned({
      ...parts,
      groups: repeated(parts.groups),
      gates: repeated(parts.gates),
      failures: repeated(parts.failures),
      cost: { base: 1, head: 1 + delta, delta, unpriced, bands: { low: 1, typical: 2, high: 3 } },
    });
  });
