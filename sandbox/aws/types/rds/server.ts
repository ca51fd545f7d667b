import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { requireKey, requireRow } from "../../references.ts";
import { allRows, type Row, saveRow } from "../../rows.ts";
import { flag, text, texts } from "../../values.ts";
import { requireSecurityGroups } from "../ec2/security-group.ts";
import { serverName } from "./master.ts";

const snapshotType = "aws:rds/snapshot:Snapshot";

/** Names of instances, clusters and snapshots: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html */
export function checkIdentifier(inputs: PropertyMap, property: string): readonly CheckFailure[] {
  const name = text(inputs, property);
  const good = name === undefined || (/^[a-z][a-z0-9-]{0,62}$/.test(name) && !/--|-$/.test(name));
  const rule = "1 to 63 lowercase letters, digits and hyphens, a letter first, no hyphen last and no two in a row";
  return when([
    !good,
    property,
    `api error InvalidParameterValue: The parameter ${property} is not a valid identifier: ${name ?? ""}. Allowed are ${rule}.`,
  ]);
}

/** The sandbox runs one server for an identifier, whatever its account. @throws where it is taken. */
export function refuseTaken(account: Account, identifier: string, code: string): void {
  const taken = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/clusterInstance:ClusterInstance"]
    .flatMap((type) => allRows(account.world, type))
    .find((row) => serverName(row) === identifier);
  if (!taken) return;
  const own = taken.accountId === account.accountId && taken.region === account.region;
  const where = own
    ? ""
    : ` in account ${taken.accountId}, ${taken.region}; the sandbox has one server for a name over all accounts and Regions`;
  throw new AwsError(code, `${identifier} already exists${where}`);
}

/** Everything that a server refers to must exist. */
export function requireSurroundings(
  account: Account,
  inputs: PropertyMap,
  groupType: string,
  groupInput: string,
): void {
  requireKey(account, text(inputs, "kmsKeyId"), "KMSKeyNotAccessibleFault");
  requireKey(account, text(inputs, "performanceInsightsKmsKeyId"), "KMSKeyNotAccessibleFault");
  requireSecurityGroups(account, texts(inputs, "vpcSecurityGroupIds"));
  const subnetGroup = text(inputs, "dbSubnetGroupName");
  if (subnetGroup !== undefined)
    requireRow(
      account,
      "aws:rds/subnetGroup:SubnetGroup",
      subnetGroup,
      "DBSubnetGroupNotFoundFault",
      `DB subnet group '${subnetGroup}' not found.`,
    );
  const group = text(inputs, groupInput);
  if (group !== undefined && !group.startsWith("default."))
    requireRow(account, groupType, group, "DBParameterGroupNotFound", `Parameter group ${group} not found.`);
}

/** The engines behind which a real server stands here. */
export function requireEngine(engine: string | undefined, supported: readonly string[]): void {
  if (engine !== undefined && supported.includes(engine)) return;
  throw new AwsError(
    "InvalidParameterValue",
    `Invalid DB engine: ${engine ?? "none"}. The sandbox runs ${supported.join(", ")}; no other server stands behind it.`,
  );
}

/** Snapshots are rows without data here, so no server is made from one: better none than an empty one. */
export function refuseNewFromCopy(inputs: PropertyMap): void {
  const source = ["snapshotIdentifier", "restoreToPointInTime", "s3Import", "replicationSourceIdentifier"].find(
    (name) => inputs[name] !== undefined,
  );
  if (source !== undefined)
    throw new AwsError(
      "InvalidParameterCombination",
      `${source}: the sandbox keeps no data in snapshots, so nothing can be restored from one. Leave ${source} out here.`,
    );
}

/** What must hold before a server may go. Makes the final snapshot. @throws where AWS refuses. */
export function beforeDeletion(account: Account, row: Row): void {
  if (flag(row.inputs, "deletionProtection")) {
    throw new AwsError(
      "InvalidParameterCombination",
      `Cannot delete protected database ${serverName(row)}, please disable deletion protection and try again.`,
    );
  }
  if (flag(row.inputs, "skipFinalSnapshot")) return;
  const name = text(row.inputs, "finalSnapshotIdentifier");
  if (name === undefined)
    throw new AwsError(
      "InvalidParameterCombination",
      `finalSnapshotIdentifier is required to delete ${serverName(row)} when skipFinalSnapshot is false`,
    );
  if (
    allRows(account.world, snapshotType).some(
      ({ id, accountId, region }) => id === name && accountId === account.accountId && region === account.region,
    )
  ) {
    throw new AwsError(
      "DBSnapshotAlreadyExists",
      `Cannot create the snapshot because one with the identifier ${name} already exists.`,
    );
  }
  saveRow(account.world, {
    type: snapshotType,
    id: name,
    arn: arn(account, "rds", `${row.type.includes("cluster") ? "cluster-snapshot" : "snapshot"}:${name}`),
    accountId: account.accountId,
    region: account.region,
    state: "available",
    inputs: { sourceIdentifier: serverName(row) },
    computed: {},
    tags: flag(row.inputs, "copyTagsToSnapshot") ? row.tags : {},
    madeByService: true,
    createdAt: account.world.now().toISOString(),
  });
}
