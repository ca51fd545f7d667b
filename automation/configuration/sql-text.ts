import { ConfigurationError } from "./configuration-error.ts";

/** Names that differ from place to place, e.g. `{schema: "app", owner: "r_4k2m"}`. */
export type SqlVariables = Readonly<Record<string, string>>;

/**
 * What is not to be touched (comments, dollar-quoted bodies, literals, quoted identifiers, casts), and psql's two forms
 * of a variable: `:"name"` and `:'name'`
 * (https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION).
 */
const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|::|:"(?<identifier>[^"\n]*)"|:'(?<literal>[^'\n]*)'|'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

const quotedIdentifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quotedLiteral = (value: string) =>
  value.includes("\\")
    ? ` E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`
    : `'${value.replaceAll("'", "''")}'`;
const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/**
 * Puts names into SQL, quoted so that no name can end its quotes. Lines stay where they are.
 *
 * @param file shown in errors
 * @throws ConfigurationError `MIGRATION_VARIABLE_UNKNOWN` where `sql` names a variable that is not given
 */
export function withVariables(sql: string, variables: SqlVariables, file: string): string {
  const lookUp = (name: string, offset: number): string => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) {
      throw new ConfigurationError(
        "MIGRATION_VARIABLE_UNKNOWN",
        `${file}:${lineAt(sql, offset)}: there is no variable "${name}" here; known are ${Object.keys(variables).sort().join(", ")}.`,
      );
    }
    return value;
  };
  return sql.replaceAll(token, (found: string, ...rest: unknown[]) => {
    const { identifier, literal } = rest.at(-1) as { identifier?: string; literal?: string };
    const offset = Number(rest.at(-3));
    if (identifier !== undefined) {
      return quotedIdentifier(lookUp(identifier, offset));
    }
    return literal === undefined ? found : quotedLiteral(lookUp(literal, offset));
  });
}

/** Statements that would end the runner's transaction, and with it the owner role under which a file runs. */
const control = /^(abort|begin|commit|prepare\s+transaction|release|rollback|savepoint|start\s+transaction)\b/i;

/**
 * Refuses a file that begins or ends a transaction by itself.
 *
 * @throws ConfigurationError `MIGRATION_TRANSACTION_CONTROL`
 */
export function refuseTransactionControl(sql: string, file: string): void {
  const code = sql.replaceAll(token, (found: string) => found.replaceAll(/[^\n]/g, " "));
  const bodies = code.match(/\bbegin\s+atomic\b/gi)?.length ?? 0;
  let ends = 0;
  let offset = 0;
  for (const statement of code.split(";")) {
    const start = offset + statement.search(/\S|$/);
    const word = statement.trim();
    ends += /^end\b/i.test(word) ? 1 : 0;
    if (control.test(word) || ends > bodies) {
      throw new ConfigurationError(
        "MIGRATION_TRANSACTION_CONTROL",
        `${file}:${lineAt(code, start)}: "${word.split(/\s+/)[0]}" would end the transaction that this file runs in; leave it out, each file is one transaction.`,
      );
    }
    offset += statement.length + 1;
  }
}
