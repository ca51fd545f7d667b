import { gates, isGateName } from "../../../model/gates.ts";
import { counted } from "../counted.ts";
import { exceptionYaml } from "../exception-yaml.ts";
import type { SharedFinding } from "../findings.ts";
import { countedStacks } from "../plan-totals.ts";
import type { Detail, Shown } from "./detail.ts";
import { code, fenced, prose } from "./inert.ts";

/** Exceptions written out: one shows how, and the rest differ in the names. */
const mostExceptions = 3;

/** What gates found, with the lines that lift what they refuse. */
export function* findingsSection(findings: readonly SharedFinding[], detail: Detail, shown: Shown): Generator<string> {
  const listed = findings.slice(0, detail.findings);
  if (listed.length === 0) return;
  yield "\n### Gates\n\n| verdict | gate | in | resource | why | decided by |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const finding of listed) {
    shown.findings += 1;
    yield `${row(finding)}\n`;
  }
  const left = findings.length - listed.length;
  if (left > 0) yield `\n${counted(left, "more finding")}.\n`;
  yield* exceptions(listed.filter(({ verdict }) => verdict === "refused"));
}

function row({ verdict, gate, stacks, first, property, reason, exception, decidedBy }: SharedFinding): string {
  const others = stacks.length > 1 ? `${countedStacks(stacks)}: ${code(first.stack, 60)}, …` : code(first.stack, 60);
  const resource = first.resource === undefined ? "" : code(first.resource, 90);
  const lifted =
    exception === undefined || verdict === "refused"
      ? ""
      : ` Lifted until ${code(exception.until, 12)} by ${code(exception.approvedBy, 60)}: ${prose(exception.reason, 160)}`;
  const held = isGateName(gate) ? `${code(gate)}: ${gates[gate].summary}` : code(gate, 60);
  const cells = [
    verdict === "refused" ? "⛔ refused" : "excepted",
    held,
    others,
    `${resource}${property === undefined ? "" : ` ${code(property, 60)}`}`,
    `${prose(reason.replaceAll("{tenant}", first.stack))}.${lifted}`,
    decidedBy === undefined ? "" : code(decidedBy, 120),
  ];
  return `| ${cells.join(" | ")} |`;
}

function* exceptions(refused: readonly SharedFinding[]): Generator<string> {
  const liftable = refused.filter(({ first }) => exceptionYaml(first).length > 0).slice(0, mostExceptions);
  for (const { first, stacks } of liftable) {
    const others = stacks.length > 1 ? `, and likewise in the other ${counted(stacks.length - 1, "tenant")}` : "";
    yield `\nMeant? Add to ${code(`tenants/${first.stack}.yaml`, 120)}${others}:\n\n`;
    yield `${fenced("yaml", exceptionYaml(first))}\n`;
  }
}
