/** What the engine can be asked to do to one stack. */
export type StackOperationKind = "up" | "preview" | "refresh" | "destroy";

export interface StackOperation {
  readonly stack: string;
  readonly operation: StackOperationKind;
  /** Folder with `Pulumi.yaml`. */
  readonly projectFolder: string;
  /** The whole environment of the engine: backend, passphrase or secrets provider, PATH with the CLI and Node. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stack configuration to set before the run and keep, e.g. `{"tenantry:phase": "releasing"}`; none when absent. */
  readonly configuration?: Readonly<Record<string, string>>;
  /** Called for each resource that the engine creates, changes, replaces or deletes. */
  readonly onStep?: (step: ResourceStep) => void;
  /** Asks the engine to stop after the steps in flight; its state then says where to go on. */
  readonly signal?: AbortSignal;
}

/** One resource step of a run, without any property values. */
export interface ResourceStep {
  readonly operation: string;
  readonly urn: string;
  readonly type: string;
}

/** How a run ended. The words in `reasons` are the engine's and the cloud's own. */
export type StackOperationResult =
  | {
      readonly kind: "done";
      /** Engine operation (`create`, `update`, `same` …) → number of resources, the stack itself included. */
      readonly changes: Readonly<Record<string, number>>;
      /** Outputs of the stack; secret ones read `[secret]`. */
      readonly outputs: Readonly<Record<string, unknown>>;
      readonly seconds: number;
    }
  | { readonly kind: "failed"; readonly reasons: readonly string[]; readonly seconds: number }
  /** There is no such stack: only `up` makes one. */
  | { readonly kind: "missing" }
  /** Somebody else is at work on the stack. */
  | { readonly kind: "busy"; readonly lock: string }
  | { readonly kind: "interrupted" };

/** Whether a finished run left the stack as it was. */
export const isUnchanged = (changes: Readonly<Record<string, number>>): boolean =>
  Object.entries(changes).every(([operation, count]) => operation === "same" || operation === "read" || count === 0);

/** Custom and component resources in a stack after a run; the stack itself and what was deleted do not count. */
export const resourceCount = (changes: Readonly<Record<string, number>>): number =>
  Object.entries(changes)
    .filter(([operation]) => !operation.startsWith("delete") && !operation.startsWith("discard"))
    .reduce((sum, [, count]) => sum + count, -1);
