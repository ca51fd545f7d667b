import { runSimulation } from "@cloud-copilot/iam-simulate";
import { listed, type Statement } from "./policy.ts";
import type { IamSession } from "./session.ts";
import type { IamTarget } from "./targets.ts";

type Context = Readonly<Record<string, string | string[]>>;

/** Keys that IAM sets from who calls; whoever calls cannot choose them. */
const fixed =
  /^aws:(PrincipalTag\/|Principal|ResourceTag\/|Resource|SourceAccount|SourceArn|userid|username|RequestedRegion)|^kms:(CallerAccount|ViaService)$/i;

/**
 * Whether a session may do `action` on a target: by the evaluator's own logic over its policies, its boundary and the
 * target's policy together. Undefined where the action does not go with such a resource.
 */
export async function isAllowed(
  session: IamSession,
  action: string,
  target: IamTarget,
  chosen: Context = {},
): Promise<boolean | undefined> {
  const { identityPolicies, boundary } = readable(session);
  const { resourcePolicy } = readable(target);
  const result = await runSimulation(
    {
      request: {
        principal: sessionArn(session),
        action,
        resource: { resource: target.arn, accountId: target.accountId },
        contextVariables: readable({ ...contextOf(session, target), ...chosen }),
      },
      identityPolicies: identityPolicies.map(({ name, policy }) => ({ name, policy })),
      serviceControlPolicies: [{ orgIdentifier: "o", policies: [{ name: "all", policy: allowAll }] }],
      resourceControlPolicies: [],
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      ...(boundary === undefined ? {} : { permissionBoundaryPolicies: [{ name: "boundary", policy: boundary }] }),
    },
    {},
  );
  if (result.resultType !== "error") return result.overallResult === "Allowed";
  const { message, ...errors } = result.errors;
  // A policy that the evaluator cannot read would pass for one that allows nothing.
  if (Object.values(errors).some((error) => Object.keys(error as object).length > 0))
    throw new Error(`${session.roleArn} ${action} ${target.arn}: ${JSON.stringify(result.errors)}`);
  return undefined;
}

/**
 * The evaluator knows `kms:EncryptionContext:<name>` in no request and would deny all that asks for it; under the name
 * of a key that it knows, in policies and request alike, it is compared as IAM does.
 */
function readable<T>(value: T): T {
  const renamed = JSON.stringify(value).replace(
    /"kms:EncryptionContext:([^"]+)":/g,
    (_, name: string) => `"aws:PrincipalTag/EncryptionContext.${name.replaceAll(":", ".")}":`,
  );
  return JSON.parse(renamed) as T;
}

const allowAll = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

function sessionArn({ roleArn }: IamSession): string {
  return `${roleArn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/session`;
}

function contextOf(session: IamSession, target: IamTarget): Context {
  const tags = Object.entries(session.tags).map(([name, value]) => [`aws:PrincipalTag/${name}`, value] as const);
  const resourceTags = Object.entries(target.tags).map(([name, value]) => [`aws:ResourceTag/${name}`, value] as const);
  return {
    "aws:RequestedRegion": session.region,
    "aws:PrincipalArn": session.roleArn,
    "aws:PrincipalAccount": session.accountId,
    "aws:SecureTransport": "true",
    "s3:TlsVersion": "1.3",
    "kms:CallerAccount": session.accountId,
    ...Object.fromEntries([...tags, ...resourceTags]),
  };
}

/** Something to try: an action on a target, and what the caller says of its request. */
export interface Attempt {
  readonly session: IamSession;
  readonly action: string;
  readonly target: IamTarget;
  readonly context: Context;
}

/**
 * All that a session could try on a target: each of its own statements that could reach it, whatever its policy
 * variables stand for, and each statement by which the target's own policy allows something, with each key that is the
 * caller's to choose set to what the statements ask for. What no statement of either side reaches, IAM denies.
 */
export function attemptsOn(session: IamSession, target: IamTarget): readonly Attempt[] {
  const service = target.arn.split(":")[2];
  const its = (target.resourcePolicy?.Statement ?? []).filter(({ Effect }) => Effect === "Allow");
  const own = session.identityPolicies
    .flatMap(({ policy }) => policy.Statement)
    .filter(
      ({ Effect, Resource }) => Effect === "Allow" && listed(Resource).some((one) => couldMatch(one, target.arn)),
    );
  const attempts = own.flatMap((statement) =>
    listed(statement.Action)
      .filter((action) => action.split(":")[0] === service)
      .flatMap((action) =>
        [{}, ...its.map((one) => chosenFor(one, session))].map((theirs) => ({
          session,
          action,
          target,
          context: { ...theirs, ...chosenFor(statement, session) },
        })),
      ),
  );
  const byItsPolicy = its.flatMap((statement) =>
    listed(statement.Action)
      .filter((action) => action.split(":")[0] === service && !action.includes("*"))
      .map((action) => ({ session, action, target, context: chosenFor(statement, session) })),
  );
  return [...attempts, ...byItsPolicy];
}

/** Whether a pattern reaches an ARN for some value of its policy variables. */
function couldMatch(pattern: string, arn: string): boolean {
  const parts = pattern.replace(/\$\{[^}]+\}/g, "*").split("*");
  return new RegExp(`^${parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`).test(arn);
}

function chosenFor({ Condition = {} }: Statement, { tags }: IamSession): Context {
  const chosen: Record<string, string> = {};
  for (const [operator, keys] of Object.entries(Condition)) {
    if (/Not|Null/.test(operator)) continue;
    for (const [key, values] of Object.entries(keys)) {
      const [value = ""] = listed(values);
      if (fixed.test(key) && key !== "kms:ViaService") continue;
      chosen[key] = value
        .replace(/\$\{aws:PrincipalTag\/([^}]+)\}/g, (_, tag: string) => tags[tag] ?? "")
        .replaceAll("*", "x");
    }
  }
  return chosen;
}
