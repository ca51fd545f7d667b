import type { PlanVerdict } from "../../fleet/report/plan-verdict.ts";

/** What a plan is labelled by its verdict, one of these at a time. */
const labels: Readonly<Record<PlanVerdict["kind"], string>> = {
  safe: "tenantry: safe",
  "needs-approval": "tenantry: needs approval",
  "not-safe": "tenantry: danger",
};

/** The label of a verdict, and those that it takes the place of. */
export function labelFor(kind: PlanVerdict["kind"]): { readonly label: string; readonly others: readonly string[] } {
  const label = labels[kind];
  return { label, others: Object.values(labels).filter((each) => each !== label) };
}
