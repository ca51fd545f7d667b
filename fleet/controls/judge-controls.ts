import { controlledPathsOf, type Framework } from "../../model/framework.ts";
import { allControls } from "./all-controls.ts";
import type { Control, Evidence, Judgement } from "./control.ts";

/** What a framework demands that the control is evidence for. */
export interface FrameworkControl {
  readonly framework: string;
  /** The framework's own number, e.g. `164.312(d)`. */
  readonly control: string;
  readonly source: string;
}

/** A control of one tenant, judged by what is declared. */
export interface JudgedControl {
  readonly id: string;
  readonly row: string;
  readonly demand: string;
  readonly judgement: Judgement;
  /** Controls of the tenant's frameworks that it is evidence for. */
  readonly frameworks: readonly FrameworkControl[];
}

/** Judges every control that the tenant's configuration demands, by the resources that are declared for it. */
export function judgeControls(
  evidence: Evidence,
  frameworks: readonly Framework[],
  controls: readonly Control[] = allControls,
): readonly JudgedControl[] {
  const demanded = frameworks.filter(({ id }) => evidence.plan.tenant.compliance.includes(id));
  return controls.flatMap((control) => {
    const demand = control.demand(evidence.plan);
    if (demand === undefined) return [];
    const { id, row } = control;
    return [{ id, row, demand, judgement: control.judge(evidence), frameworks: evidenceFor(control, demanded) }];
  });
}

const evidenceFor = ({ paths }: Control, frameworks: readonly Framework[]): readonly FrameworkControl[] =>
  frameworks.flatMap((framework) =>
    controlledPathsOf(framework)
      .filter(({ path }) => paths.includes(path))
      .map(({ control, source }) => ({ framework: framework.id, control, source })),
  );
