import Table from "cli-table3";
import type { Judgement } from "../../fleet/controls/control.ts";
import type { JudgedControl } from "../../fleet/controls/judge-controls.ts";

const verdicts: Readonly<Record<Judgement["kind"], string>> = {
  enforced: "enforced by",
  detected: "detected by",
  published: "published as",
  not_enforceable: "not enforceable here, because",
  missing: "MISSING, because",
};

/** Names beyond these are counted, so that a line stays a line. */
const mostNames = 3;

function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(", ");
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

function reason(judgement: Judgement): string {
  switch (judgement.kind) {
    case "enforced":
    case "detected":
      return shownNames(judgement.by);
    case "published":
      return `${judgement.by}: ${judgement.because}`;
    case "not_enforceable":
    case "missing":
      return judgement.because;
  }
}

/** Words the controls of a tenant for a person, by row, and counts them at the end. */
export function renderControls(tenant: string, controls: readonly JudgedControl[]): string {
  const table = new Table({
    head: ["row", "demanded", "what stands behind it"],
    colWidths: [10, 46, 62],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { row, demand, judgement, frameworks } of controls) {
    const names = [...new Set(frameworks.map(({ framework, control }) => `${framework} ${control}`))];
    const evidence = names.length === 0 ? "" : `\n(evidence for ${names.join(", ")})`;
    table.push([row, demand, `${verdicts[judgement.kind]} ${reason(judgement)}${evidence}`]);
  }
  const counts = Object.entries(Object.groupBy(controls, ({ judgement }) => judgement.kind)).map(
    ([kind, list]) => `${list?.length ?? 0} ${kind.replace("_", " ")}`,
  );
  return `${tenant}: ${controls.length} controls, ${counts.join(", ")}\n${table.toString()}`;
}

/** The document of `tenantry controls --json`; its keys are a contract. */
export const controlsJson = (tenant: string, controls: readonly JudgedControl[]): string =>
  JSON.stringify(
    {
      formatVersion: 1,
      tenant,
      controls: controls.map(({ id, row, demand, judgement: { kind, ...detail }, frameworks }) => ({
        id,
        row,
        demand,
        verdict: kind,
        ...detail,
        frameworks,
      })),
    },
    null,
    2,
  );
