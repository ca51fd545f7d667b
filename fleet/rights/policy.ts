import { type Condition, conditionsOf } from "./conditions.ts";
import { everything, type Region } from "./region.ts";

/** A statement with its lists, and what it is silent about, made regions. */
export interface Statement {
  readonly effect: "Allow" | "Deny";
  /** Patterns in lower case: IAM does not tell upper from lower in actions. */
  readonly actions: Region;
  readonly resources: Region;
  /** `AWS:arn:…`, `Service:…`, `*`; everybody where the policy is a principal's own. */
  readonly principals: Region;
  readonly conditions: readonly Condition[];
}

/** What policies together say. */
export interface Policy {
  readonly statements: readonly Statement[];
  /** Policies whose text is not in the stack, by ARN, and texts that cannot be read. */
  readonly opaque: readonly string[];
}

export const noPolicy: Policy = { statements: [], opaque: [] };

export const joined = (policies: readonly Policy[]): Policy => ({
  statements: policies.flatMap(({ statements }) => statements),
  opaque: [...new Set(policies.flatMap(({ opaque }) => opaque))],
});

type Written = Readonly<Record<string, unknown>>;

/** Reads a policy; one that is no JSON, or is not known before something is made, is opaque by its text. */
export function readPolicy(text: unknown): Policy {
  if (text === undefined || text === null) return noPolicy;
  const document = parsed(text);
  if (document === undefined) return { statements: [], opaque: [String(text)] };
  const written = [document["Statement"] ?? []].flat().filter(isWritten);
  return { statements: written.map(statementOf), opaque: [] };
}

const isWritten = (value: unknown): value is Written => typeof value === "object" && value !== null;

function parsed(text: unknown): Written | undefined {
  if (isWritten(text)) return text;
  try {
    const value: unknown = JSON.parse(String(text));
    return isWritten(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function statementOf(written: Written): Statement {
  return {
    effect: written["Effect"] === "Deny" ? "Deny" : "Allow",
    actions: regionOf(written, "Action", (action) => action.toLowerCase()) ?? everything,
    resources: regionOf(written, "Resource", (arn) => arn) ?? everything,
    principals: principalsOf(written),
    conditions: conditionsOf(written["Condition"]),
  };
}

function regionOf(written: Written, key: string, form: (text: string) => string): Region | undefined {
  const listed = (name: string): readonly string[] => [written[name] ?? []].flat().map((one) => form(String(one)));
  if (written[key] !== undefined) return { in: listed(key) };
  return written[`Not${key}`] === undefined ? undefined : { notIn: listed(`Not${key}`) };
}

function principalsOf(written: Written): Region {
  const named = written["Principal"] ?? written["NotPrincipal"];
  if (named === undefined) return everything;
  const names = principalNames(named);
  return written["Principal"] === undefined ? { notIn: names } : { in: names };
}

function principalNames(named: unknown): readonly string[] {
  if (typeof named !== "object" || named === null) return [String(named)];
  return Object.entries(named).flatMap(([kind, names]) =>
    [names].flat().map((name) => principalName(kind, String(name))),
  );
}

/**
 * `123456789012` and `arn:aws:iam::123456789012:root` are whoever the account lets, so they cover its roles and users:
 * what a policy leaves to another policy counts as allowed.
 */
function principalName(kind: string, name: string): string {
  if (kind === "AWS" && name === "*") return "*";
  const [, account] = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(name) ?? [];
  return kind === "AWS" && account !== undefined ? `AWS:arn:*::${account}:*` : `${kind}:${name}`;
}
