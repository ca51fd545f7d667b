/** What a gate of a change is about. */
export interface GateRule {
  /** What it holds, for `--help`, the documentation and reports. */
  readonly summary: string;
  /** Customers' data can be lost or read by others where it is lifted: an exception then names one resource, no pattern. */
  readonly putsDataAtStake: boolean;
}

/**
 * Every gate by its name, as `exceptions` name it. A new gate is a file in `fleet/gates/`, its line here, and its line
 * in `fleet/gates/index.ts`, which does not compile without it.
 */
export const gates = {
  "data-bearing-delete": {
    summary: "nothing that holds customers' data, keys to it or backups of it is deleted",
    putsDataAtStake: true,
  },
  "data-bearing-replace": {
    summary: "nothing that holds customers' data, keys to it or backups of it is replaced by an empty one",
    putsDataAtStake: true,
  },
  "iam-broadening": {
    summary: "no right grows: in AWS, in Kubernetes, in PostgreSQL and in the cache",
    putsDataAtStake: false,
  },
} as const satisfies Readonly<Record<string, GateRule>>;

export type GateName = keyof typeof gates;

export const gateNames = Object.keys(gates) as readonly GateName[];

export const isGateName = (name: string): name is GateName => Object.hasOwn(gates, name);
