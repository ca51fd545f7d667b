/** A running PostgreSQL server, as RDS would describe it. */
export interface PostgresServer {
  /** Identifier of the RDS instance or Aurora cluster that it stands for. */
  readonly identifier: string;
  readonly host: string;
  readonly port: number;
}

export interface PostgresServers {
  /**
   * Creates or restarts the server, and makes its master: CREATEROLE, CREATEDB and what `rds_superuser` has, but no
   * superuser. A role `rds_iam` exists; whoever is granted it logs in by token alone.
   */
  start(
    identifier: string,
    master: { readonly username: string; readonly password: string },
    databaseName?: string,
  ): Promise<PostgresServer>;
  setMasterPassword(identifier: string, username: string, password: string): Promise<void>;
  get(identifier: string): PostgresServer | undefined;
  /** Finds the server behind an address, since a client knows nothing else. */
  at(host: string, port: number): PostgresServer | undefined;
  /** A password for `username` that ends after 15 minutes, as RDS IAM authentication gives. @throws where the role is not in `rds_iam`. */
  issueToken(identifier: string, username: string): Promise<string>;
  /** Stops the server and deletes its data. Idempotent. */
  remove(identifier: string): Promise<void>;
}

/** A running Kubernetes API with its controller manager, as EKS would describe it. */
export interface KubernetesServer {
  readonly clusterName: string;
  /** `https://127.0.0.1:port`. */
  readonly endpoint: string;
  /** PEM, base64 as in a kubeconfig. */
  readonly certificateAuthority: string;
}

export interface KubernetesServers {
  start(clusterName: string): Promise<KubernetesServer>;
  get(clusterName: string): KubernetesServer | undefined;
  /** The token that `aws eks get-token` would give to an administrator of the cluster. */
  issueToken(clusterName: string): Promise<string>;
  remove(clusterName: string): Promise<void>;
}

/** Rows that survive a restart: one row a thing of the embedded cloud. */
export interface Store {
  /** Undefined where nothing is stored under the key. */
  get(collection: string, key: string): Readonly<Record<string, unknown>> | undefined;
  /** Inserts or replaces. */
  set(collection: string, key: string, value: Readonly<Record<string, unknown>>): void;
  delete(collection: string, key: string): void;
  list(collection: string): readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** Everything that providers of the embedded cloud share. */
export interface World {
  readonly store: Store;
  readonly postgres: PostgresServers;
  readonly kubernetes: KubernetesServers;
  /** The sandbox's clock, so that tests can move it. */
  now(): Date;
}
