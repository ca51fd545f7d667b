/** What a PostgreSQL role of the tenant may use of its server. */
export interface DatabaseLimitsPlan {
  /** Connections the role may hold at once: the tier's `infrastructure.database.connections`. */
  readonly connections: number;
  readonly statementTimeoutSeconds: number;
  readonly idleInTransactionTimeoutSeconds: number;
}

/** Rows in the cell's shared tables, kept apart by row-level security on the connected role. */
export interface SharedDataPlan {
  readonly isolation: "shared";
  readonly databaseName: string;
  /** Schema of the shared tables. */
  readonly schemaName: string;
  readonly roleName: string;
  /** The cell's group role that holds the grants on the shared tables; the tenant's role is a member of it. */
  readonly groupRoleName: string;
  readonly limits: DatabaseLimitsPlan;
}

/** A schema of the tenant's own on the cell's server. */
export interface SchemaDataPlan {
  readonly isolation: "schema";
  readonly databaseName: string;
  readonly schemaName: string;
  readonly roleName: string;
  /** NOLOGIN role of the platform that owns the schema, so that the tenant cannot drop or re-grant it. */
  readonly ownerRoleName: string;
  readonly limits: DatabaseLimitsPlan;
}

/** An RDS Proxy that pools the connections to an instance. */
export interface ProxyPlan {
  readonly proxyName: string;
  readonly roleName: string;
  /** Share of the instance's connections that the proxy may hold. */
  readonly maximumConnectionsPercent: number;
  /** Seconds after which a client that says nothing is let go; RDS accepts 1 to 28,800. */
  readonly idleClientSeconds: number;
}

/** An RDS instance of the tenant's own. */
export interface DatabaseDataPlan {
  readonly isolation: "database";
  readonly instanceIdentifier: string;
  readonly instanceClass: string;
  readonly engineVersion: string;
  readonly allocatedStorageGib: number;
  /** Upper bound of storage autoscaling; absent where the tier's storage is unlimited beyond the service's 65,536 GiB. */
  readonly maxAllocatedStorageGib: number;
  readonly multiAz: boolean;
  readonly readReplicas: number;
  /** Absent where the tier does not pool connections. */
  readonly proxy?: ProxyPlan;
  readonly backupRetentionDays: number;
  readonly performanceInsightsRetentionDays: number;
  readonly monitoringIntervalSeconds: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly masterUsername: string;
  readonly databaseName: string;
  readonly schemaName: string;
  /** NOLOGIN role that owns the database and its schema. */
  readonly ownerRoleName: string;
  /** Role that the tenant's workload connects as. */
  readonly roleName: string;
  readonly limits: DatabaseLimitsPlan;
}

/** A database of the tenant's own on the Aurora cluster of its own cell. */
export interface ClusterDataPlan {
  readonly isolation: "cluster";
  readonly databaseName: string;
  readonly schemaName: string;
  readonly ownerRoleName: string;
  readonly roleName: string;
  readonly limits: DatabaseLimitsPlan;
}

export type DataPlan = SharedDataPlan | SchemaDataPlan | DatabaseDataPlan | ClusterDataPlan;

/** Where a tenant's data is; during a move the new place exists beside the old one. */
export interface PlacedDataPlan {
  readonly active: DataPlan;
  readonly preparing?: DataPlan;
  readonly retiring?: DataPlan;
}
