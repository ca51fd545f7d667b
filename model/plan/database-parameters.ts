/** Milliseconds after which a statement goes to the slow-query log. */
const slowStatementMilliseconds = 1000;

/**
 * Parameters of every PostgreSQL server of the platform, in the names of RDS parameter groups.
 *
 * TLS is forced; who connects, which statements are slow, and every change of roles, rights and tables is logged.
 */
export const databaseParameters: Readonly<Record<string, string>> = {
  "rds.force_ssl": "1",
  log_connections: "1",
  log_disconnections: "1",
  log_min_duration_statement: `${slowStatementMilliseconds}`,
  password_encryption: "scram-sha-256",
  "pgaudit.log": "ddl,role",
  shared_preload_libraries: "pg_stat_statements,pgaudit",
};
