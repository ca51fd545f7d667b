import { type DatabaseAttack, type Duel, denied, type Refusal } from "./database-attack.ts";

const readOwn = ({ own }: Duel) => [`SELECT FROM ${own.schema}.documents WHERE tenant_role = ${own.roleLiteral}`];
const insertOwn = ({ own }: Duel) => [`INSERT INTO ${own.schema}.documents (title) VALUES ('twin')`];
const deleteOwn = ({ own }: Duel) => [`SELECT WHERE ${own.schema}.delete_document(${own.documentId})`];

const attack = (
  title: string,
  attempt: DatabaseAttack["attempt"],
  refused: Refusal,
  twin: DatabaseAttack["twin"],
): DatabaseAttack => ({ title, levels: ["shared"], attempt, refused, twin });

/** What a tenant tries on rows that lie in the same tables as its own. */
export const attacksOnRows: readonly DatabaseAttack[] = [
  attack(
    "reads another's rows",
    ({ own, other }) => [`SELECT FROM ${own.schema}.documents WHERE tenant_role = ${other.roleLiteral}`],
    "nothing",
    readOwn,
  ),
  attack(
    "reads another's rows through a view",
    ({ own }) => [
      `SELECT FROM ${own.schema}.recent_documents WHERE title LIKE 'secret of%' AND title <> 'secret of ' || current_user`,
    ],
    "nothing",
    ({ own }) => [`SELECT FROM ${own.schema}.recent_documents WHERE title = 'secret of ' || current_user`],
  ),
  attack(
    "reads another's rows in a partitioned table",
    ({ own, other }) => [`SELECT FROM ${own.schema}.usage_events WHERE tenant_role = ${other.roleLiteral}`],
    "nothing",
    ({ own }) => [`SELECT FROM ${own.schema}.usage_events WHERE tenant_role = ${own.roleLiteral}`],
  ),
  attack(
    "goes to a partition, past its parent's policies",
    ({ own }) => [`SELECT FROM ${own.schema}.usage_events_2026`],
    denied,
    ({ own }) => [`SELECT FROM ${own.schema}.usage_events`],
  ),
  attack(
    "sets what row security might be keyed on",
    ({ own, other }) => [
      `SET LOCAL app.tenant = ${other.roleLiteral}`,
      `SET LOCAL app.current_tenant = ${other.roleLiteral}`,
      `SELECT FROM ${own.schema}.documents WHERE tenant_role <> current_user`,
    ],
    "nothing",
    readOwn,
  ),
  attack(
    "switches row security off",
    ({ own }) => ["SET LOCAL row_security = off", `SELECT FROM ${own.schema}.documents`],
    denied,
    ({ own }) => ["SET LOCAL row_security = on", `SELECT FROM ${own.schema}.documents`],
  ),
  attack(
    "makes an error of another's values by a cast that runs too early",
    ({ own }) => [`SELECT FROM ${own.schema}.documents WHERE tenant_role <> current_user AND title::integer > 0`],
    "nothing",
    ({ own }) => [`SELECT FROM ${own.schema}.documents WHERE length(title) > 0`],
  ),
  attack(
    "changes another's rows",
    ({ own, other }) => [`UPDATE ${own.schema}.documents SET title = 'taken' WHERE tenant_role = ${other.roleLiteral}`],
    "nothing",
    ({ own }) => [`UPDATE ${own.schema}.documents SET title = 'kept' WHERE tenant_role = ${own.roleLiteral}`],
  ),
  attack(
    "changes another's rows by MERGE",
    ({ own, other }) => [
      `MERGE INTO ${own.schema}.documents d USING (VALUES (1)) v ON d.tenant_role = ${other.roleLiteral} WHEN MATCHED THEN UPDATE SET title = 'taken'`,
    ],
    "nothing",
    ({ own }) => [
      `MERGE INTO ${own.schema}.documents d USING (VALUES (1)) v ON d.tenant_role = ${own.roleLiteral} WHEN MATCHED THEN UPDATE SET title = 'kept'`,
    ],
  ),
  attack(
    "locks another's rows",
    ({ own, other }) => [`SELECT FROM ${own.schema}.documents WHERE tenant_role = ${other.roleLiteral} FOR UPDATE`],
    "nothing",
    ({ own }) => [`SELECT FROM ${own.schema}.documents FOR UPDATE`],
  ),
  attack(
    "writes a row in another's name",
    ({ own, other }) => [
      `INSERT INTO ${own.schema}.documents (tenant_role, title) VALUES (${other.roleLiteral}, 'planted')`,
    ],
    denied,
    insertOwn,
  ),
  attack(
    "writes usage in another's name",
    ({ own, other }) => [
      `INSERT INTO ${own.schema}.usage_events (tenant_role, metric, amount) VALUES (${other.roleLiteral}, 'api_requests', 1)`,
    ],
    denied,
    ({ own }) => [`INSERT INTO ${own.schema}.usage_events (metric, amount) VALUES ('api_requests', 1)`],
  ),
  attack(
    "overwrites another's row by ON CONFLICT",
    ({ own, other }) => [
      `INSERT INTO ${own.schema}.documents (tenant_role, document_id, title) VALUES (${other.roleLiteral}, ${other.documentId}, 'x') ON CONFLICT (tenant_role, document_id) DO UPDATE SET title = 'taken'`,
    ],
    denied,
    ({ own }) => [
      `INSERT INTO ${own.schema}.documents (document_id, title) VALUES (${own.documentId}, 'x') ON CONFLICT (tenant_role, document_id) DO UPDATE SET title = 'kept'`,
    ],
  ),
  attack(
    "gives a row of its own to another",
    ({ own, other }) => [`UPDATE ${own.schema}.documents SET tenant_role = ${other.roleLiteral}`],
    denied,
    ({ own }) => [`UPDATE ${own.schema}.documents SET title = 'kept'`],
  ),
  attack(
    "deletes past the function",
    ({ own, other }) => [`DELETE FROM ${own.schema}.documents WHERE tenant_role = ${other.roleLiteral}`],
    denied,
    deleteOwn,
  ),
  attack(
    "deletes another's row by the function",
    ({ own, other }) => [`SELECT WHERE ${own.schema}.delete_document(${other.documentId})`],
    "nothing",
    deleteOwn,
  ),
  attack(
    "deletes another's row by the function, as the group",
    ({ own, other }) => [
      "SET LOCAL ROLE shared_tenants",
      `SELECT WHERE ${own.schema}.delete_document(${other.documentId})`,
    ],
    "nothing",
    deleteOwn,
  ),
  attack(
    "reads as the group that holds the grants",
    ({ own }) => ["SET LOCAL ROLE shared_tenants", `SELECT FROM ${own.schema}.documents`],
    "nothing",
    readOwn,
  ),
  attack(
    "leaves rows to all as the group that holds the grants",
    ({ own }) => [
      "SET LOCAL ROLE shared_tenants",
      `INSERT INTO ${own.schema}.documents (title) VALUES ('common ground')`,
    ],
    denied,
    insertOwn,
  ),
];
