import pg from "pg";
import { ConfigurationError } from "./configuration-error.ts";
import { type DatabaseLogin, withDatabase } from "./database-login.ts";
import { readMigrations } from "./migration-files.ts";
import {
  appliedMigrations,
  createRecord,
  lockRecord,
  noteApplied,
  type RecordPlace,
  refuseForeignRecord,
  refuseRewrittenHistory,
} from "./migration-record.ts";
import { refuseTransactionControl, type SqlVariables, withVariables } from "./sql-text.ts";

/** What to apply, and where. */
export interface MigrationTarget {
  readonly login: DatabaseLogin;
  /** Folder of `NNN-name.sql`. */
  readonly folder: string;
  /** Filled into the files; `schema` and `owner` also say where the record is and which role the files run as. */
  readonly variables: SqlVariables & { readonly schema: string; readonly owner: string };
}

/** Longest wait for a lock, so that a tenant's open transaction does not stop everybody who queues behind the change. */
const lockTimeoutMillis = 10_000;

/**
 * Applies what is new in a folder of versioned SQL, one transaction a file, as the owner role.
 *
 * Nothing is on the search path while a file runs, since a tenant may put functions into a schema of its own, and a
 * function of the tenant's would run with what the provisioner may do.
 *
 * @returns names of the files that were applied now; none where the schema was up to date
 * @throws ConfigurationError with everything up to the failed file applied, and nothing of it
 */
export async function applyMigrations({ login, folder, variables }: MigrationTarget): Promise<readonly string[]> {
  const files = await readMigrations(folder);
  const texts = files.map(({ name, sql }) => {
    refuseTransactionControl(sql, `${folder}/${name}`);
    return withVariables(sql, variables, `${folder}/${name}`);
  });
  const place: RecordPlace = variables;
  return withDatabase(login, async (client) => {
    const warnings = collectWarnings(client);
    await inTransaction(client, place, () => createRecord(client, place));
    const done: string[] = [];
    for (const [index, file] of files.entries()) {
      const isNew = await inTransaction(client, place, async () => {
        await refuseForeignRecord(client, place);
        await lockRecord(client, place);
        const applied = await appliedMigrations(client, place);
        refuseRewrittenHistory(files, applied, folder);
        if (applied.some(({ number }) => number === file.number)) {
          return false;
        }
        await run(client, `${folder}/${file.name}`, texts[index] ?? "", warnings);
        await becomeOwner(client, place);
        await noteApplied(client, place, file);
        return true;
      });
      done.push(...(isNew ? [file.name] : []));
    }
    return done;
  });
}

/** Warnings of the server since the last look, oldest first. */
function collectWarnings(client: pg.Client): () => readonly string[] {
  const warnings: string[] = [];
  client.on("notice", ({ severity, message }) => {
    if (severity === "WARNING") {
      warnings.push(message ?? "");
    }
  });
  return () => warnings.splice(0);
}

async function inTransaction<T>(client: pg.Client, place: RecordPlace, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMillis}`);
    await joinOwner(client, place);
    await becomeOwner(client, place);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw isLockTimeout(error)
      ? new ConfigurationError(
          "CONFIGURATION_LOCKED",
          `the schema "${place.schema}" was in use for more than ${lockTimeoutMillis / 1000} s, by another configuration step or a long transaction; nothing was changed, type the command again.`,
          { cause: error },
        )
      : error;
  }
}

const isLockTimeout = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === "55P03";

/**
 * Since PostgreSQL 16 whoever makes a role administers it without acting as it; whoever administers it may join it. So
 * the role that made a tenant's owner needs no membership that a stack would have to declare beside that one.
 */
async function joinOwner(client: pg.Client, { owner }: RecordPlace): Promise<void> {
  const { rows } = await client.query<{ joinable: boolean }>(
    "SELECT pg_has_role(oid, 'MEMBER WITH ADMIN OPTION') AND NOT pg_has_role(oid, 'SET') AS joinable FROM pg_roles WHERE rolname = $1",
    [owner],
  );
  if (rows[0]?.joinable === true) {
    await client.query(`GRANT ${pg.escapeIdentifier(owner)} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE`);
  }
}

/** For the rest of the transaction; also after a file that took on another role. */
async function becomeOwner(client: pg.Client, { owner, schema }: RecordPlace): Promise<void> {
  try {
    await client.query(`SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL ROLE ${pg.escapeIdentifier(owner)}`);
  } catch (error) {
    throw new ConfigurationError(
      "CONFIGURATION_ROLE_DENIED",
      `"${client.user ?? ""}" may not act as "${owner}", which owns the schema "${schema}": ${error instanceof Error ? error.message : String(error)}. Run \`pulumi up\` of the stack that makes both roles.`,
      { cause: error },
    );
  }
}

async function run(client: pg.Client, file: string, sql: string, warnings: () => readonly string[]): Promise<void> {
  warnings();
  try {
    await client.query(sql);
  } catch (error) {
    throw isLockTimeout(error) ? error : sqlError(file, sql, error);
  }
  const found = warnings();
  if (found.length > 0) {
    throw new ConfigurationError(
      "CONFIGURATION_SQL_WARNING",
      `${file}: the server warned, so that not all of it took effect: ${found.join("; ")}. The file was rolled back.`,
    );
  }
}

function sqlError(file: string, sql: string, error: unknown): ConfigurationError {
  if (!(error instanceof pg.DatabaseError)) {
    return new ConfigurationError("CONFIGURATION_SQL_FAILED", `${file}: ${String(error)}. The file was rolled back.`, {
      cause: error,
    });
  }
  const line = error.position === undefined ? "" : `:${sql.slice(0, Number(error.position)).split("\n").length}`;
  const more = [error.detail, error.hint].filter((part) => part !== undefined).join(" ");
  return new ConfigurationError(
    "CONFIGURATION_SQL_FAILED",
    `${file}${line}: ${error.message} (SQLSTATE ${error.code ?? "unknown"})${more === "" ? "" : `. ${more}`}. The file was rolled back.`,
    { cause: error },
  );
}
