import { readCell } from "../../cells/index.ts";
import { parseDocument } from "../../files/read-document.ts";
import { readFleetFile } from "../../tenants/fleet-file.ts";
import { checkTenantDocument } from "../../tenants/tenant-files.ts";
import type { Comparison, FleetSide } from "../base/fleet-side.ts";
import { readTenantText } from "../classes/tenant-text.ts";
import { findCostFindings } from "../gates/cost-threshold.ts";
import type { GateException, GateFinding, GateVerdict } from "../gates/gate.ts";
import { judgeFindings } from "../gates/judge-findings.ts";
import { writtenExceptions } from "../gates/written-exceptions.ts";
import type { RepeatedChange } from "./change-group.ts";
import type { CostChange } from "./fleet-plan.ts";
import { cellOfStack } from "./shared-stacks.ts";

/**
 * What becomes of every finding in every stack: refused, or lifted by an exception of the tenant's own file in the head
 * (in the base where the file is gone). Only the files of tenants with findings are read.
 *
 * @param today the day in UTC, `YYYY-MM-DD`.
 */
export async function gateVerdicts(
  { base, head }: Pick<Comparison, "base" | "head">,
  changes: readonly RepeatedChange[],
  today: string,
): Promise<readonly GateVerdict[]> {
  const found = changes.filter(({ change }) => change.findings.length > 0);
  const verdicts = await Promise.all(
    found.map(async ({ kind, stacks, change }) => {
      const side = kind === "off-boarding" ? base : head;
      const texts = kind === "shared" ? new Map<string, string>() : await side.tenantTexts(stacks);
      return stacks.flatMap((stack) => {
        const text = texts.get(stack);
        const named = namesOf(stack, text);
        const findings = change.findings.map((finding) => ({ ...withNames(finding, named), stack }));
        return judgeFindings(findings, {
          exceptions: kind === "shared" ? sharedExceptions(stack, head.root) : exceptionsOf(stack, text),
          today,
        });
      });
    }),
  );
  return verdicts.flat();
}

type Names = Readonly<Record<string, string>>;

/** What the tokens of a finding stand for in this stack. */
function namesOf(stack: string, text: string | undefined): Names {
  const cell = cellOfStack(stack)?.id;
  if (text === undefined) return cell === undefined ? {} : { "{cell}": cell };
  const identity = readTenantText(text)?.identity;
  const place = /^placement:.*?\bcell: *["']?([a-z0-9-]+)/m.exec(text)?.[1];
  return {
    "{tenant}": stack,
    ...(identity === undefined ? {} : { "{uid}": identity.uid, "{owner}": identity.owner }),
    ...(place === undefined ? {} : { "{cell}": place }),
  };
}

/** The stack's own names in the place of their tokens; one that is not known stays a token. */
function withNames(finding: GateFinding, names: Names): GateFinding {
  const named = (text: string): string => text.replaceAll(/\{[a-z]+\}/g, (token) => names[token] ?? token);
  return {
    ...finding,
    reason: named(finding.reason),
    ...(finding.resource === undefined ? {} : { resource: named(finding.resource) }),
    ...(finding.property === undefined ? {} : { property: named(finding.property) }),
  };
}

/** Exceptions of a tenant's file; most files have none and are not parsed. */
function exceptionsOf(id: string, text: string | undefined): readonly GateException[] {
  if (text === undefined || !text.includes("exceptions")) return [];
  const reading = parseDocument(text, `tenants/${id}.yaml`);
  const checked = reading.kind === "read" ? checkTenantDocument(reading.document) : reading;
  // A file that is refused was reported as such, and lifts nothing.
  return checked.kind === "refused" ? [] : writtenExceptions(checked.file.spec.exceptions);
}

/** Exceptions of what tenants share: a cell's in its file, the control plane's and the fleet's in `fleet.yaml`. */
export function sharedExceptions(stack: string, root: string): readonly GateException[] {
  const cell = cellOfStack(stack)?.id;
  if (cell !== undefined) {
    const reading = readCell(cell, root);
    return reading.kind === "refused" ? [] : writtenExceptions(reading.cell.spec.exceptions);
  }
  const reading = readFleetFile(root);
  return reading.kind === "refused" ? [] : writtenExceptions(reading.spec.exceptions);
}

/** What becomes of the change's cost, by the threshold and the exceptions of the head's `fleet.yaml`. */
export function costVerdicts(
  cost: CostChange,
  { root }: Pick<FleetSide, "root">,
  today: string,
): readonly GateVerdict[] {
  const reading = readFleetFile(root);
  const written = reading.kind === "refused" ? undefined : reading.spec.cost_threshold;
  const threshold = written && {
    monthlyIncreaseUsd: written.monthly_increase_usd,
    monthlyIncreasePercent: written.monthly_increase_percent,
  };
  return judgeFindings(findCostFindings(cost, threshold), { exceptions: sharedExceptions("fleet", root), today });
}
