import { randomInt } from "node:crypto";
import { join } from "node:path";
import { checkDocument } from "../../files/check-document.ts";
import { parseDocument, shownName } from "../../files/read-document.ts";
import { fileProblem } from "../../files/refusal.ts";
import type { Problem } from "../../model/problems.ts";
import { CellSpec } from "../../model/specs/cell-spec.ts";
import type { TierSpec } from "../../model/specs/tier-spec.ts";
import { type FleetReading, listTenantIds } from "../../tenants/index.ts";
import { resolveDocument } from "../../tenants/resolve-outside.ts";
import { findTier } from "../../tiers/find-tier.ts";
import type { NewTenantAnswers } from "./answers.ts";
import { type CellChoice, chooseCell } from "./choose-cell.ts";
import { siloText, tenantText } from "./documents.ts";

/** A file that is to be written. */
export interface NewFile {
  readonly path: string;
  /** As shown to the person. */
  readonly file: string;
  readonly text: string;
}

export type TenantProposal =
  | {
      readonly kind: "proposed";
      readonly tenant: NewFile;
      readonly cellFile?: NewFile;
      readonly choice: Exclude<CellChoice, { kind: "none" }>;
    }
  /** A cell of its own is needed, and nobody said in which account. */
  | { readonly kind: "account-needed"; readonly cell: string; readonly reason: string }
  | { readonly kind: "refused"; readonly problems: readonly Problem[]; readonly draft: NewFile };

const letters = "abcdefghijklmnopqrstuvwxyz";

/** 8 random letters and digits, a letter first, that no tenant of the fleet has. */
export function drawUid(taken: ReadonlySet<string>): string {
  const pick = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));
  const uid = pick(letters) + Array.from({ length: 7 }, () => pick(`${letters}0123456789`)).join("");
  return taken.has(uid) ? drawUid(taken) : uid;
}

/** The files of a new tenant, checked as if they were there already. Writes nothing. */
export function proposeTenant(answers: NewTenantAnswers, fleet: FleetReading, root: string, now: Date): TenantProposal {
  const taken = new Set([...fleet.tenants.values()].map(({ spec }) => spec.uid));
  const made = { uid: drawUid(taken), created: `${now.toISOString().slice(0, 19)}Z`, root };
  const path = join(root, "tenants", `${answers.id}.yaml`);
  const draftWith = (cell: string, isolation: string): NewFile => {
    const text = tenantText(answers, { ...made, cell, isolation });
    return { path, file: shownName(path, root), text };
  };
  const [anyCell = "us-1"] = fleet.cells.keys();
  const draft = draftWith(anyCell, "shared");
  const early = findEarlyProblems(draft, answers, fleet, root);
  const tier = tierOf(answers, draft, fleet);
  if (early.length > 0 || tier === undefined) {
    return { kind: "refused", problems: early, draft };
  }
  const choice = chooseCell(answers, tier, fleet);
  if (choice.kind === "none") {
    return { kind: "refused", problems: [placedProblem(draft, choice.words)], draft };
  }
  const tenant = draftWith(choice.cell, choice.isolation);
  if (choice.kind === "existing") {
    return judged({ kind: "proposed", tenant, choice }, fleet);
  }
  if (answers.account === undefined) {
    return { kind: "account-needed", cell: choice.cell, reason: choice.reason };
  }
  const cellFile = siloFile(choice, { ...answers, account: answers.account }, tier, root);
  return judged({ kind: "proposed", tenant, cellFile, choice }, fleet);
}

/** Form and tier first: without them no cell can be chosen. */
function findEarlyProblems(
  draft: NewFile,
  answers: NewTenantAnswers,
  fleet: FleetReading,
  root: string,
): readonly Problem[] {
  const taken = listTenantIds(root).find((id) => id.toLowerCase() === answers.id.toLowerCase());
  if (taken !== undefined) {
    return [
      fileProblem(draft.file, {
        code: "TENANT_ID_TAKEN",
        path: "id",
        message: "there is a tenant of this id already",
        found: answers.id,
        suggestion: `choose another id, or look at the tenant: tenants/${taken}.yaml`,
      }),
    ];
  }
  const reading = parseDocument(draft.text, draft.file);
  if (reading.kind === "refused") {
    return reading.problems;
  }
  // Where the tenant goes is not known yet, so what is said of the place is left out.
  const resolved = resolveDocument(reading.document, fleet);
  const problems = resolved.kind === "refused" ? resolved.problems : [];
  return problems.filter(({ path }) => !path.startsWith("placement") && path !== "residency");
}

function tierOf(answers: NewTenantAnswers, draft: NewFile, fleet: FleetReading): TierSpec | undefined {
  const reading = parseDocument(draft.text, draft.file);
  const finding = reading.kind === "read" ? findTier(fleet.tiers, answers.tier, reading.document) : undefined;
  return finding?.kind === "found" ? finding.source.spec : undefined;
}

function placedProblem(draft: NewFile, words: Extract<CellChoice, { kind: "none" }>["words"]): Problem {
  const reading = parseDocument(draft.text, draft.file);
  const place =
    reading.kind === "read"
      ? reading.document.placeOf(["placement", "cell"])
      : { file: draft.file, line: 1, column: 1 };
  return { ...place, path: "placement.cell", ...words };
}

function siloFile(
  choice: Extract<CellChoice, { kind: "own" }>,
  { account, residency }: NewTenantAnswers & { readonly account: string },
  tier: TierSpec,
  root: string,
): NewFile {
  const connections = Math.max(5000, tier.infrastructure.database.connections);
  const text = siloText(
    { id: choice.cell, account, tier: tier.tier, residency, region: choice.region, connections },
    root,
  );
  const path = join(root, "cells", `${choice.cell}.yaml`);
  return { path, file: shownName(path, root), text };
}

/** The proposal, where its files hold what every committed file must. */
function judged(proposal: Extract<TenantProposal, { kind: "proposed" }>, fleet: FleetReading): TenantProposal {
  const { tenant, cellFile } = proposal;
  const cells = new Map(fleet.cells);
  if (cellFile !== undefined) {
    const reading = parseDocument(cellFile.text, cellFile.file);
    const checked = reading.kind === "read" ? checkDocument(reading.document, CellSpec) : reading;
    if (reading.kind === "refused" || checked.kind === "refused") {
      return { kind: "refused", problems: checked.kind === "refused" ? checked.problems : [], draft: cellFile };
    }
    if (checked.kind === "checked") {
      cells.set(checked.value.id, { spec: checked.value, document: reading.document });
    }
  }
  const reading = parseDocument(tenant.text, tenant.file);
  const resolved = reading.kind === "read" ? resolveDocument(reading.document, { ...fleet, cells }) : reading;
  return resolved.kind === "refused" ? { kind: "refused", problems: resolved.problems, draft: tenant } : proposal;
}
