import type { SynthesisedStack } from "../synth/synthesised-stack.ts";

/** What the engine would do to one resource. A resource that stays as it is has no operation. */
export type OperationKind = "create" | "update" | "replace" | "delete";

/** Who says that a property cannot change in place: data written elsewhere (the provider's registry), or this project. */
export type RuleSource = "outside" | "ours";

/** One changed property. Secrets are `SecretValue`s. */
export interface PropertyChange {
  /** As the engine writes it: `tags.owner`, `ingress[0].fromPort`. */
  readonly path: string;
  /** Absent where the property is new. */
  readonly before?: unknown;
  /** Absent where the property is taken away. */
  readonly after?: unknown;
  /** Present where this property forces a replacement. */
  readonly forcesReplace?: RuleSource;
}

/** A changed option that decides whether something may be destroyed, and how. */
export interface OptionChange {
  readonly option: "protect" | "retainOnDelete" | "deletedWith" | "deleteBeforeReplace" | "provider" | "ignoreChanges";
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What happens to one resource of one stack. */
export interface Operation {
  readonly op: OperationKind;
  /** The URN in the head; the base's for a deletion. */
  readonly urn: string;
  readonly type: string;
  /** Logical name. */
  readonly name: string;
  /** Empty for a creation or deletion. */
  readonly properties: readonly PropertyChange[];
  /** Options that changed; alone they are an update without a call to the cloud, where the engine records them. */
  readonly options: readonly OptionChange[];
  /** Customers' data, keys to it or backups of it are in it. */
  readonly isDataBearing: boolean;
  /** Of a replacement: the old one goes before the new one is made. */
  readonly deletesFirst?: boolean;
  /** A deleted or replaced resource that the cloud keeps (`retainOnDelete`). */
  readonly isRetained?: boolean;
  /** Why it is replaced without a changed property of its own: URN of the replaced resource that it hangs on. */
  readonly replacedWith?: string;
  /** The engine refuses to delete it, and with it the whole run, since it is protected. */
  readonly isRefused?: boolean;
}

/** Everything that an edit does to one stack. */
export interface StackDifference {
  readonly stack: string;
  /** In the head's order of registration, then deletions. */
  readonly operations: readonly Operation[];
}

/** A stack before and after an edit; one side is absent where the stack is new or its file is gone. */
export interface StackSides {
  readonly stack: string;
  readonly base?: SynthesisedStack;
  readonly head?: SynthesisedStack;
}
