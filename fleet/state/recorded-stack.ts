/** A resource as the engine has recorded it (`apitype.ResourceV3` in Pulumi's SDK), as far as it is read. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  /** Made by a provider; components are not. */
  readonly custom?: boolean;
  /** Only read, and owned elsewhere: references to other stacks. */
  readonly external?: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** `<urn>::<id>`. */
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly dependencies?: readonly string[] | null;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>> | null;
  readonly additionalSecretOutputs?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
}

/** What the engine has on record for one stack. Secrets are as they were written: encrypted, or in plain text. */
export interface RecordedStack {
  readonly stack: string;
  /** When the engine wrote it, as it says: `2026-11-24T20:07:39.400457663Z`; empty where it does not. */
  readonly writtenAt: string;
  /** In the order in which they were made. */
  readonly resources: readonly RecordedResource[];
}

/** What reading a stack's record came to. */
export type RecordReading =
  | { readonly kind: "read"; readonly record: RecordedStack }
  /** Never brought up from this state, or taken away. */
  | { readonly kind: "absent" }
  /** `reason` says what is wrong and what to type next. */
  | { readonly kind: "refused"; readonly reason: string };
