/** A change of one text in a file of the fleet or of the program; what is not there is a mistake of the test. */
export interface TextChange {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What of the product an edit changes. */
export type EditKind = "tenant" | "tier" | "cell" | "framework" | "integration" | "code";

/** One edit of the catalogue; those of a stack are made one after the other and stay. */
export interface Edit {
  readonly kind: EditKind;
  /** What is changed, in words. */
  readonly name: string;
  readonly changes: readonly TextChange[];
  /** The engine is to refuse it, since it would destroy something protected; it is taken back afterwards. */
  readonly isRefused?: boolean;
  /** Nothing may happen. */
  readonly isWithoutEffect?: boolean;
  /** The engine only previews it, since a real run could not be taken back; it is taken back afterwards. */
  readonly isPreviewed?: boolean;
  /** Only options change: the engine records them, and has no step for it. */
  readonly changesOptions?: boolean;
}

/** A stack that edits are tried on. */
export interface EditedStack {
  readonly stack: string;
  /** The committed tenant that it is a copy of; absent for a stack of the sample fleet itself, which is set back. */
  readonly copyOf?: string;
  readonly uid?: string;
  readonly edits: readonly Edit[];
}

/** One change of a text. */
export const change = (file: string, from: string, to: string): TextChange => ({ file, from, to });
