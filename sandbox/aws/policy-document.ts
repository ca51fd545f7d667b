import type { CheckFailure } from "../provider/provider.ts";
import { isMap } from "../provider/structural-diff.ts";
import type { Account } from "./account.ts";
import { allRows } from "./rows.ts";

export interface PolicyRules {
  /** Name of the input that holds the document. */
  readonly property: string;
  /** Characters without white space. */
  readonly maximumLength: number;
  /** `identity` has resources and no principal, `resource` has both, `trust` has a principal and no resource. */
  readonly kind: "identity" | "resource" | "trust";
  /** Code of the service's refusal. */
  readonly code: string;
}

/** Checks a policy's form: JSON, Version, Statement, Effect, Action, Resource, Principal, size. */
export function checkPolicy(document: string | undefined, rules: PolicyRules): readonly CheckFailure[] {
  if (document === undefined) return [];
  const reasons = refusals(document, rules);
  return reasons.map((reason) => ({ property: rules.property, reason: `api error ${rules.code}: ${reason}.` }));
}

function refusals(document: string, rules: PolicyRules): string[] {
  const parsed = parse(document);
  if (!isMap(parsed)) return ["the policy is no JSON object; This policy contains invalid Json"];
  const length = document.replace(/\s/g, "").length;
  const long =
    length > rules.maximumLength
      ? [`the policy has ${length} characters without white space, allowed are ${rules.maximumLength}`]
      : [];
  const version = parsed["Version"];
  const odd =
    version !== undefined && version !== "2012-10-17" && version !== "2008-10-17"
      ? [`Version must be "2012-10-17" or "2008-10-17", found ${JSON.stringify(version)}`]
      : [];
  const statements = listOf(parsed["Statement"]);
  if (statements.length === 0) return [...long, ...odd, "the policy has no Statement"];
  return [...long, ...odd, ...statements.flatMap((statement, index) => statementRefusals(statement, index, rules))];
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    // Said by the caller as AWS says it; where in the text it breaks, AWS does not tell either.
    return undefined;
  }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function statementRefusals(statement: unknown, index: number, { kind }: PolicyRules): string[] {
  const at = `Statement[${index}]`;
  if (!isMap(statement)) return [`${at} is no JSON object`];
  const has = (name: string) => statement[name] !== undefined || statement[`Not${name}`] !== undefined;
  const rules: readonly (readonly [boolean, string])[] = [
    [statement["Effect"] !== "Allow" && statement["Effect"] !== "Deny", `${at} needs an Effect of Allow or Deny`],
    [!has("Action"), `${at} must contain actions (Action or NotAction)`],
    [kind !== "trust" && !has("Resource"), `${at} must contain resources (Resource or NotResource)`],
    [kind === "trust" && has("Resource"), `${at}: has prohibited field Resource`],
    [kind === "identity" && has("Principal"), `${at}: a policy of an identity should not specify a principal`],
    [kind !== "identity" && !has("Principal"), `${at}: Missing required field Principal`],
    [
      listOf(statement["Action"]).some((action) => !isAction(action)),
      `${at}: Actions/Conditions must be prefaced by a vendor, e.g. s3:GetObject`,
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, reason]) => reason);
}

const isAction = (action: unknown) =>
  action === "*" || (typeof action === "string" && /^[a-zA-Z0-9-]+:[\w*?]+$/.test(action));

/** The roles and users of a document's principals that do not exist. Roots, services and `*` always do. */
export function missingPrincipals(document: string | undefined, account: Account): readonly string[] {
  const parsed = document === undefined ? undefined : parse(document);
  if (!isMap(parsed)) return [];
  const arns = listOf(parsed["Statement"])
    .filter(isMap)
    .flatMap(({ Principal: principal }) => (isMap(principal) ? listOf(principal["AWS"]) : []))
    .filter((value) => typeof value === "string")
    .filter(
      (value) => /^arn:[\w-]+:iam::\d{12}:(role|user)\//.test(value) && !value.includes(":role/aws-service-role/"),
    );
  if (arns.length === 0) return [];
  const known = new Set(
    allRows(account.world, "aws:iam/role:Role")
      .map(({ arn }) => arn)
      .concat(account.assumedRoleArn ?? []),
  );
  return arns.filter((arn) => !known.has(arn));
}
