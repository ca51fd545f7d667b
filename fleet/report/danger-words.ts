import type { Danger } from "../plan/fleet-plan.ts";

export interface DangerWords {
  /** For headings. */
  readonly title: string;
  /** What it means, in a sentence without a full stop. */
  readonly meaning: string;
  /** Somebody has to look before it is merged, whether or not a gate holds it. */
  readonly needsApproval: boolean;
}

/** Dangers in words, the same in every report. */
export const dangerWords: Readonly<Record<Danger, DangerWords>> = {
  "data-bearing": {
    title: "Data deleted or replaced",
    meaning: "customers' data, keys to it or backups of it go, or move to a new resource",
    needsApproval: true,
  },
  "right-grown": {
    title: "Right grown",
    meaning: "somebody may do more than before",
    needsApproval: true,
  },
  "protection-loosened": {
    title: "Protection loosened",
    meaning: "encryption, protection from deletion, or a backup gets weaker",
    needsApproval: true,
  },
  "network-opened": {
    title: "Network opened",
    meaning: "something can be reached from more places than before",
    needsApproval: true,
  },
  replace: {
    title: "Replaced",
    meaning: "a resource without data goes and is made anew, with an interruption where it is in use",
    needsApproval: true,
  },
  update: { title: "Updated", meaning: "resources change in place", needsApproval: false },
  create: { title: "Created", meaning: "resources are new", needsApproval: false },
  none: {
    title: "Nothing declared changes",
    meaning: "settings change that no resource is made of",
    needsApproval: false,
  },
};
