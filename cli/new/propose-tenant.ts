import { randomInt } from "node:crypto";
import { join } from "node:path";
import { type Cell, type CellReading, checkCellDocument, findSharedAccounts } from "../../cells/index.ts";
import type { SourceDocument } from "../../files/document.ts";
import { parseDocument, shownName } from "../../files/read-document.ts";
import { problemAt } from "../../files/refusal.ts";
import type { Problem } from "../../model/problems.ts";
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
function drawUid(taken: ReadonlySet<string>): string {
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
  const draft = draftWith(answers.cell ?? anyCell, "shared");
  const reading = parseDocument(draft.text, draft.file);
  if (reading.kind === "refused") {
    return { ...reading, draft };
  }
  const finding = findTier(fleet.tiers, answers.tier, reading.document);
  const early = findEarlyProblems(reading.document, answers, fleet, root);
  if (finding.kind === "unknown" || early.length > 0) {
    const unknown = finding.kind === "unknown" ? [finding.problem] : [];
    return { kind: "refused", problems: [...early.filter(({ path }) => path !== "tier"), ...unknown], draft };
  }
  const tier = finding.source.spec;
  const choice = chooseCell(answers, tier, fleet);
  if (choice.kind === "none") {
    return { kind: "refused", problems: [placedProblem(reading.document, answers, choice.words)], draft };
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

/** Form and layers first: without them no cell can be chosen. What is said of the place is left out: it is not known yet. */
function findEarlyProblems(
  document: SourceDocument,
  answers: NewTenantAnswers,
  fleet: FleetReading,
  root: string,
): readonly Problem[] {
  const taken = listTenantIds(root).find((id) => id.toLowerCase() === answers.id.toLowerCase());
  if (taken !== undefined) {
    return [
      problemAt(document.placeOf(["id"]), {
        code: "TENANT_ID_TAKEN",
        path: "id",
        message: "there is a tenant of this id already",
        found: answers.id,
        suggestion: `choose another id, or look at the tenant: tenants/${taken}.yaml`,
      }),
    ];
  }
  const resolved = resolveDocument(document, fleet);
  const problems = resolved.kind === "refused" ? resolved.problems : [];
  return problems.filter(({ path, code }) => !path.startsWith("placement") && code !== "TENANT_RESIDENCY_LEFT");
}

function placedProblem(
  document: SourceDocument,
  { cell }: NewTenantAnswers,
  words: Extract<CellChoice, { kind: "none" }>["words"],
): Problem {
  const path = cell === undefined ? ["residency"] : ["placement", "cell"];
  return problemAt(document.placeOf(path), { path: path.join("."), ...words });
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
  const home = cellFile === undefined ? undefined : readNewCell(cellFile);
  if (cellFile !== undefined && home?.kind === "refused") {
    return { kind: "refused", problems: home.problems, draft: cellFile };
  }
  const added: readonly Cell[] = home?.kind === "read" ? [home.cell] : [];
  const cells = new Map([...fleet.cells, ...added.map((cell) => [cell.spec.id, cell] as const)]);
  const shared = findSharedAccounts([...cells.values()]);
  const reading = parseDocument(tenant.text, tenant.file);
  const resolved = reading.kind === "read" ? resolveDocument(reading.document, { ...fleet, cells }) : reading;
  if (cellFile !== undefined && shared.length > 0) {
    return { kind: "refused", problems: shared, draft: cellFile };
  }
  return resolved.kind === "refused" ? { kind: "refused", problems: resolved.problems, draft: tenant } : proposal;
}

function readNewCell({ text, file }: NewFile): CellReading {
  const reading = parseDocument(text, file);
  return reading.kind === "refused" ? reading : checkCellDocument(reading.document);
}
