import { equal } from "node:assert/strict";
import { planExitCode } from "../../../cli/plan/exit-code.ts";
import { progressText } from "../../../cli/plan/progress-line.ts";
import type { FleetPlan } from "../../../fleet/plan/fleet-plan.ts";

const nothing = { affected: [], affectedStacks: [], gates: [], failures: [] } as unknown as FleetPlan;
const refused = (gate: string) => ({ gate, verdict: "refused", stack: "acme-corp", reason: "why" }) as const;
const codeOf = (plan: Partial<FleetPlan>, isDetailed = false) => planExitCode({ ...nothing, ...plan }, { isDetailed });

describe("what tenantry plan ends with", () => {
  it("tells files at fault, gates, money and changes apart", () => {
    equal(codeOf({}), 0);
    equal(codeOf({ affected: ["acme-corp"] }), 0);
    equal(codeOf({ affected: ["acme-corp"] }, true), 2);
    equal(codeOf({ gates: [refused("iam-broadening"), refused("cost-threshold")] }, true), 4);
    equal(codeOf({ gates: [refused("cost-threshold")] }), 5);
    equal(codeOf({ failures: [{ stack: "a", side: "head", message: "m", place: "tenants/a.yaml:1:1" }] }), 3);
    equal(codeOf({ failures: [{ stack: "a", side: "head", message: "m" }], gates: [refused("exposure")] }), 1);
  });

  it("says how far it is, how fast it goes and how long it takes", () => {
    equal(progressText({ done: 3120, total: 9400 }, 8), "3,120 of 9,400 stacks · 390/s · 17 s left");
  });
});
