import pLimit from "p-limit";
import type { OperationKind, StackDifference } from "../../fleet/diff/stack-difference.ts";
import type { ChangeGroup, PreviewConfirmation, PreviewDisagreement } from "../../fleet/plan/fleet-plan.ts";
import { engineRunsAtOnce } from "../operations/engine-runs.ts";
import type { PreviewedStack } from "./preview-stack.ts";

/** How groups are confirmed. */
export interface ConfirmRequest {
  readonly groups: readonly ChangeGroup[];
  /** Representatives of each group. */
  readonly perGroup: number;
  /** What was predicted for one stack, with its own names. */
  readonly differenceOf: (stack: string) => Promise<StackDifference>;
  /** The engine's own word on one stack. */
  readonly preview: (stack: string) => Promise<PreviewedStack>;
  readonly onPreviewed?: (done: number, total: number) => void;
}

/**
 * Asks the engine about a few stacks of each group and lists where it says something else than was predicted: that is
 * a fault of ours, or the stack is not as the base says. Groups of tenants whose files are gone are left out, since
 * taking a tenant away is an operation of its own.
 */
export async function confirmGroups(request: ConfirmRequest): Promise<PreviewConfirmation> {
  const startedAt = performance.now();
  const groups = request.groups.filter(({ isOffBoarding, operations }) => !isOffBoarding && operations.length > 0);
  const stacks = [...new Set(groups.flatMap(({ tenants }) => representatives(tenants, request.perGroup)))];
  const limit = pLimit(engineRunsAtOnce());
  let done = 0;
  const confirmed = await Promise.all(
    stacks.map((stack) =>
      limit(async () => {
        const one = await confirmStack(stack, request);
        done += 1;
        request.onPreviewed?.(done, stacks.length);
        return one;
      }),
    ),
  );
  return {
    perGroup: request.perGroup,
    previewed: confirmed.flatMap((one) => (one.kind === "previewed" ? [one.stack] : [])),
    notProvisioned: confirmed.flatMap((one) => (one.kind === "not-provisioned" ? [one.stack] : [])),
    failures: confirmed.flatMap((one) => (one.kind === "failed" ? [{ stack: one.stack, reason: one.reason }] : [])),
    disagreements: confirmed.flatMap((one) => (one.kind === "previewed" ? one.disagreements : [])),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}

/** `count` of the sorted ids, spread evenly, the first among them. */
export function representatives(ids: readonly string[], count: number): readonly string[] {
  const wanted = Math.min(count, ids.length);
  return Array.from({ length: wanted }, (_, index) => ids[Math.floor((index * ids.length) / wanted)] ?? "");
}

type ConfirmedStack = { readonly stack: string } & (
  | { readonly kind: "previewed"; readonly disagreements: readonly PreviewDisagreement[] }
  | { readonly kind: "not-provisioned" }
  | { readonly kind: "failed"; readonly reason: string }
);

async function confirmStack(stack: string, { preview, differenceOf }: ConfirmRequest): Promise<ConfirmedStack> {
  const previewed = await preview(stack);
  if (previewed.kind === "not-provisioned") return { stack, kind: "not-provisioned" };
  const difference = await differenceOf(stack);
  if (previewed.kind === "failed") {
    return isForeseen(difference, previewed.reason)
      ? { stack, kind: "previewed", disagreements: [] }
      : { stack, kind: "failed", reason: previewed.reason };
  }
  return { stack, kind: "previewed", disagreements: disagreementsOf(difference, previewed.operations) };
}

/** Whether the engine refuses what was predicted that it refuses: to delete something protected. */
const isForeseen = ({ operations }: StackDifference, reason: string): boolean =>
  operations.some(({ isRefused }) => isRefused === true) && reason.includes("protect");

/** Resources on which the prediction and the engine do not say the same, in the order of their URNs. */
function disagreementsOf(
  { stack, operations }: StackDifference,
  previewed: ReadonlyMap<string, OperationKind>,
): readonly PreviewDisagreement[] {
  const predicted = new Map(operations.map(({ urn, op }) => [urn, op]));
  const urns = [...new Set([...predicted.keys(), ...previewed.keys()])].toSorted();
  return urns
    .filter((urn) => predicted.get(urn) !== previewed.get(urn))
    .map((urn) => ({ stack, urn, predicted: predicted.get(urn) ?? "same", engine: previewed.get(urn) ?? "same" }));
}
