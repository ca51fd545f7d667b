import { isCustom } from "../../fleet/diff/resource-kinds.ts";
import type { OperationKind } from "../../fleet/diff/stack-difference.ts";
import { isDefaultProvider } from "../../fleet/state/recorded-resource.ts";
import { runStackOperation } from "../engine/run-stack-operation.ts";
import type { ResourceStep } from "../engine/stack-operation.ts";
import type { EngineSettings } from "../operations/engine-runs.ts";

/** What the engine itself says that `pulumi up` would do to one stack. */
export type PreviewedStack =
  /** URN → operation; what stays as it is has none. */
  | { readonly kind: "previewed"; readonly operations: ReadonlyMap<string, OperationKind> }
  | { readonly kind: "not-provisioned" }
  /** In the engine's and the cloud's own words. */
  | { readonly kind: "failed"; readonly reason: string };

/** Runs `pulumi preview` on one stack, in a process of its own. Makes no stack and changes nothing in the cloud. */
export async function previewStack(settings: EngineSettings, stack: string): Promise<PreviewedStack> {
  const { projectFolder, environment, signal } = settings;
  const steps: ResourceStep[] = [];
  const result = await runStackOperation({
    stack,
    operation: "preview",
    projectFolder,
    environment,
    onStep: (step) => void steps.push(step),
    ...(signal ? { signal } : {}),
  });
  switch (result.kind) {
    case "done":
      return { kind: "previewed", operations: operationsOf(steps) };
    case "missing":
      return { kind: "not-provisioned" };
    case "busy":
      return { kind: "failed", reason: `somebody else is at work on it: ${result.lock}` };
    case "failed":
      return { kind: "failed", reason: result.reasons.join("\n") };
    case "interrupted":
      return { kind: "failed", reason: "interrupted" };
  }
}

/** The engine's steps on one resource, put together: a replacement is up to three of them (`StepOp` in its SDK). */
const operations: Readonly<Record<string, OperationKind>> = {
  create: "create",
  import: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
};

/** Operations on what the cloud holds: components, the stack itself and the engine's default providers hold nothing. */
export function operationsOf(steps: readonly ResourceStep[]): ReadonlyMap<string, OperationKind> {
  const found = new Map<string, OperationKind>();
  for (const { operation, urn, type } of steps) {
    const kind = operations[operation];
    if (kind === undefined || !isInCloud(type, urn)) continue;
    found.set(urn, found.has(urn) ? "replace" : kind);
  }
  return found;
}

const isInCloud = (type: string, urn: string): boolean => isCustom({ type }) && !isDefaultProvider(urn);
