import type { Problem } from "../../model/problems.ts";

/** What the process of the base's program is asked. Ids of requests are the asker's. */
export type ProgramRequest =
  | { readonly kind: "plans"; readonly request: number; readonly ids: readonly string[] }
  | {
      readonly kind: "synthesise";
      readonly request: number;
      readonly stacks: readonly string[];
      readonly ahead: number;
    }
  /** One more stack may be sent. */
  | { readonly kind: "more"; readonly request: number }
  | { readonly kind: "stop"; readonly request: number };

/** A failure on its way between processes. */
export type SentError =
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  /** What the program says to a person; shown without a stack. */
  | { readonly kind: "words"; readonly message: string }
  | { readonly kind: "defect"; readonly name: string; readonly message: string; readonly stack: string };

/** Plans and stacks are the base program's own, with their secrets packed; nothing here knows their form. */
export type SentOutcome =
  | { readonly kind: "done"; readonly id: string; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: string; readonly error: SentError };

export type ProgramAnswer =
  | { readonly kind: "ready" }
  /** `missing` is the entry point that the program does not have; else `error` is what its load threw. */
  | { readonly kind: "unloadable"; readonly missing?: string; readonly error?: SentError }
  | { readonly kind: "plans"; readonly request: number; readonly outcomes: readonly SentOutcome[] }
  | { readonly kind: "stack"; readonly request: number; readonly outcome: SentOutcome }
  | { readonly kind: "end"; readonly request: number };
