/** One statement of a policy, its lists made lists. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** A policy as a resource has it: text of JSON. */
export function parsedPolicy(value: unknown): PolicyDocument {
  const parsed = JSON.parse(String(value)) as PolicyDocument & { Statement: Statement | readonly Statement[] };
  const { Statement } = parsed;
  return { Version: parsed.Version, Statement: Array.isArray(Statement) ? Statement : [Statement as Statement] };
}
