import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { sharedFindings } from "../../fleet/report/findings.ts";
import { countedStacks } from "../../fleet/report/plan-totals.ts";
import { gates, isGateName } from "../../model/gates.ts";
import { sarifSchema, uriOf } from "./sarif.ts";

/** GitHub refuses a run with more results. */
const mostResults = 25_000;
const failed = "stack-not-planned";

/**
 * What gates found and what could not be planned, in SARIF 2.1.0, at the line that decided it. A finding that many stacks
 * share is one result; where no single line decided it, it stands at the first line of the first tenant's file.
 */
export function renderPlanSarif(plan: FleetPlan): string {
  const findings = sharedFindings(plan).map(({ gate, verdict, stacks, first, decidedBy }) =>
    resultOf(
      gate,
      verdict === "refused" ? "error" : "note",
      `${first.reason} (in ${countedStacks(stacks)})`,
      decidedBy,
      first.stack,
    ),
  );
  const failures = plan.failures.map(({ stack, side, message, place }) =>
    resultOf(failed, "error", `${stack} cannot be planned (${side}): ${message}`, place, stack),
  );
  const results = [...failures, ...findings].slice(0, mostResults);
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].toSorted().map((id) => ({
    id,
    shortDescription: { text: isGateName(id) ? gates[id].summary : id.replaceAll("-", " ") },
    help: { text: "docs/gates.md" },
  }));
  const run = {
    tool: { driver: { name: "tenantry", version: "0.1.0", rules } },
    columnKind: "utf16CodeUnits",
    results,
  };
  return `${JSON.stringify({ $schema: sarifSchema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function resultOf(ruleId: string, level: "error" | "note", text: string, place: string | undefined, stack: string) {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(place ?? "") ?? [];
  const region = { startLine: Math.max(1, Number(line ?? 1)), startColumn: Math.max(1, Number(column ?? 1)) };
  const artifactLocation = { uri: uriOf(file ?? fileOf(stack)) };
  return { ruleId, level, message: { text }, locations: [{ physicalLocation: { artifactLocation, region } }] };
}

const fileOf = (stack: string): string => {
  const cell = /^cell-(.+?)(?:-platform)?$/.exec(stack)?.[1];
  if (cell !== undefined) return `cells/${cell}.yaml`;
  return stack === "control-plane" ? "fleet.yaml" : `tenants/${stack}.yaml`;
};
