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
  "encryption-loosened": {
    summary: "nothing is encrypted less, by a weaker key, an older TLS or a rarer rotation",
    putsDataAtStake: true,
  },
  "deletion-protection-loosened": {
    summary: "nothing can be deleted more easily, in the cloud or by Pulumi",
    putsDataAtStake: true,
  },
  "backup-loosened": {
    summary: "nothing is kept shorter or copied less: backups, copies, old versions, locks, logs",
    putsDataAtStake: true,
  },
  exposure: {
    summary: "nothing is reachable, or trusted for where it is, that was not before",
    putsDataAtStake: true,
  },
  residency: {
    summary: "nothing is placed outside the residency",
    putsDataAtStake: true,
  },
  "name-changed": {
    summary: "names, parents and types of resources change with an alias only",
    putsDataAtStake: false,
  },
  "cost-threshold": {
    summary: "a change raises the monthly cost by no more than the fleet's file says",
    putsDataAtStake: false,
  },
} as const satisfies Readonly<Record<string, GateRule>>;

export type GateName = keyof typeof gates;

export const gateNames = Object.keys(gates) as readonly GateName[];

export const isGateName = (name: string): name is GateName => Object.hasOwn(gates, name);
