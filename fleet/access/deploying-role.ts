import { accessTable } from "./actions/index.ts";
import { kmsReads } from "./actions/kms.ts";
import { masterSecretAccess } from "./actions/secrets-manager.ts";
import { type AccessScope, anyResource, type TypeAccess } from "./actions/type-access.ts";

/** One statement of an IAM policy. */
export interface PolicyStatement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

export interface DeployingRolePolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

/** Types whose servers make a master user's secret. */
const withMasterSecret: ReadonlySet<string> = new Set(["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"]);

/**
 * The least that a role needs to deploy stacks that declare `types`, computed from what is declared: nothing is listed
 * for a type that no stack has, and every name in an ARN begins with the fleet's prefix where the service lets one
 * choose names.
 *
 * @param types Pulumi type tokens as synth lists them; those that are not AWS' (components, Kubernetes, SQL) need none.
 * @throws RangeError naming every AWS type that has no entry, since a policy without it would fail half-way.
 */
export function deployingRolePolicy(types: readonly string[], scope: AccessScope): DeployingRolePolicy {
  const declared = [...new Set(types)].filter((type) => type.startsWith("aws:"));
  const missing = declared.filter((type) => !accessTable[type]);
  if (missing.length > 0) {
    throw new RangeError(`no access is listed for ${missing.join(", ")}; add it in fleet/access/actions/`);
  }
  return { Version: "2012-10-17", Statement: statementsOf(accessOf(declared), scope) };
}

/** `types` with what stands behind them: sessions, aliases, master secrets. */
function accessOf(types: readonly string[]): readonly TypeAccess[] {
  const session = { actions: ["sts:GetCallerIdentity"], resources: anyResource };
  const listed = types.flatMap((type) => accessTable[type] ?? []);
  const aliases = types.some((type) => type.startsWith("aws:kms/"))
    ? [{ actions: kmsReads, resources: anyResource }]
    : [];
  const secrets = types.some((type) => withMasterSecret.has(type)) ? [masterSecretAccess] : [];
  return [session, ...listed, ...aliases, ...secrets];
}

/** One statement per distinct set of resources, so that the policy stays readable and within its size. */
function statementsOf(access: readonly TypeAccess[], scope: AccessScope): readonly PolicyStatement[] {
  const actionsByResources = new Map<string, Set<string>>();
  for (const { actions, resources } of access) {
    const key = resources(scope).join("\n");
    const known = actionsByResources.get(key) ?? new Set();
    actionsByResources.set(key, new Set([...known, ...actions]));
  }
  return [...actionsByResources].map(([resources, actions]) => ({
    Effect: "Allow",
    Action: [...actions].sort(),
    Resource: resources.split("\n"),
  }));
}
