import type { Policy } from "./policy.ts";

/** Something whose rights are compared as a whole: a role's own policies, its trust, a bucket's policy. */
export interface Subject {
  /** The same on both sides. */
  readonly key: string;
  /** Logical name of the resource that a finding is about. */
  readonly resource: string;
  readonly property: string;
  readonly policy: Policy;
  /** Whether others' policies may allow what this one does not: a resource's, or a boundary. */
  readonly othersAllow: boolean;
}
