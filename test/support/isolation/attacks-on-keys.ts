import { type DatabaseAttack, type Duel, denied, type Refusal } from "./database-attack.ts";

const deleteOwn = ({ own }: Duel) => [`SELECT WHERE ${own.schema}.delete_document(${own.documentId})`];

const attack = (
  title: string,
  attempt: DatabaseAttack["attempt"],
  refused: Refusal,
  twin: DatabaseAttack["twin"],
): DatabaseAttack => ({ title, levels: ["shared"], attempt, refused, twin });

/** What a tenant tries on what PostgreSQL checks or keeps across the rows of all: keys, sequences, statistics. */
export const attacksOnKeys: readonly DatabaseAttack[] = [
  attack(
    "probes for another's unique title (its own is a duplicate, another's is not)",
    ({ own }) => [`INSERT INTO ${own.schema}.documents (title) VALUES ('secret of ' || current_user)`],
    { sqlState: "23505" },
    ({ own, other }) => [`INSERT INTO ${own.schema}.documents (title) VALUES ('secret of ' || ${other.roleLiteral})`],
  ),
  attack(
    "probes for another's key (its own is a duplicate, another's is not)",
    ({ own }) => [`INSERT INTO ${own.schema}.documents (document_id, title) VALUES (${own.documentId}, 'probe')`],
    { sqlState: "23505" },
    ({ own, other }) => [
      `INSERT INTO ${own.schema}.documents (document_id, title) VALUES (${other.documentId}, 'probe')`,
    ],
  ),
  attack(
    "points a row of its own at another's",
    ({ own, other }) => [
      `INSERT INTO ${own.schema}.document_revisions (document_id, body) VALUES (${other.documentId}, 'x')`,
    ],
    { sqlState: "23503" },
    ({ own }) => [`INSERT INTO ${own.schema}.document_revisions (document_id, body) VALUES (${own.documentId}, 'x')`],
  ),
  attack(
    "chooses the number of a revision",
    ({ own }) => [
      `INSERT INTO ${own.schema}.document_revisions (document_id, revision, body) VALUES (${own.documentId}, 1, 'x')`,
    ],
    { sqlState: "428C9" },
    ({ own }) => [
      `INSERT INTO ${own.schema}.document_revisions (document_id, body) VALUES (${own.documentId}, 'x') RETURNING revision`,
    ],
  ),
  attack(
    "moves the sequence of all",
    ({ own }) => [`SELECT setval(${own.schemaLiteral} || '.document_revisions_revision_seq', 1)`],
    denied,
    ({ own }) => [`INSERT INTO ${own.schema}.document_revisions (document_id, body) VALUES (${own.documentId}, 'x')`],
  ),
  attack(
    "reads the sequence of all",
    ({ own }) => [`SELECT last_value FROM ${own.schema}.document_revisions_revision_seq`],
    denied,
    ({ own }) => [`SELECT FROM ${own.schema}.documents`],
  ),
  attack(
    "reads statistics of another's values",
    () => ["SELECT FROM pg_stats WHERE tablename IN ('documents', 'usage_events', 'document_revisions')"],
    "nothing",
    () => ["SELECT FROM pg_stats WHERE tablename = 'pg_class'"],
  ),
  attack("empties the table", ({ own }) => [`TRUNCATE ${own.schema}.document_revisions`], denied, deleteOwn),
];
