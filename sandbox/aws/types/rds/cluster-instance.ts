import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { base32, hex } from "../../identifiers.ts";
import { requireRole, requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { number, text } from "../../values.ts";
import { checkIdentifier, refuseTaken } from "./server.ts";

const token = "aws:rds/clusterInstance:ClusterInstance";
/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html: a writer and 15 readers. */
const instancesOfCluster = 16;

/** An instance of an Aurora cluster; the cluster's one server stands behind all of them. */
export const clusterInstance = defineType({
  token,
  naming: { input: "identifier", maximumLength: 63 },
  inPlace: ["customIamInstanceProfile"],
  defaults: {
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: false,
    monitoringInterval: 0,
    promotionTier: 0,
    publiclyAccessible: false,
    forceDestroy: false,
  },
  check: (inputs) => {
    const tier = number(inputs, "promotionTier");
    return [
      ...checkIdentifier(inputs, "identifier"),
      ...when([
        tier !== undefined && (tier < 0 || tier > 15),
        "promotionTier",
        `expected promotionTier to be in the range (0 - 15), got ${tier ?? ""}`,
      ]),
    ];
  },
  create: (inputs, account) => {
    const clusterId = text(inputs, "clusterIdentifier") ?? "";
    const owner = requireRow(
      account,
      "aws:rds/cluster:Cluster",
      clusterId,
      "DBClusterNotFoundFault",
      `DBCluster ${clusterId} not found.`,
    );
    if (text(inputs, "engine") !== text(owner.inputs, "engine"))
      throw new AwsError(
        "InvalidParameterCombination",
        `The engine must be that of the cluster, ${text(owner.inputs, "engine") ?? ""}`,
      );
    const id = text(inputs, "identifier") ?? `${text(inputs, "identifierPrefix") ?? "tf-"}${hex(26)}`;
    refuseTaken(account, id, "DBInstanceAlreadyExists");
    requireRole(account, text(inputs, "monitoringRoleArn"), "InvalidParameterValue");
    const group = text(inputs, "dbParameterGroupName");
    if (group !== undefined && !group.startsWith("default."))
      requireRow(account, "aws:rds/parameterGroup:ParameterGroup", group, "DBParameterGroupNotFound");
    const members = rowsOf(account, token).filter((row) => text(row.inputs, "clusterIdentifier") === clusterId);
    if (members.length >= instancesOfCluster)
      throw new AwsError(
        "InstanceQuotaExceeded",
        `${clusterId} has ${instancesOfCluster} instances, which is the most`,
      );
    const server = account.world.postgres.get(clusterId);
    const computed = {
      identifier: id,
      dbiResourceId: `db-${base32(26)}`,
      engineVersionActual: owner.computed["engineVersionActual"],
      availabilityZone: text(inputs, "availabilityZone") ?? `${account.region}a`,
      dbSubnetGroupName: text(owner.inputs, "dbSubnetGroupName"),
      kmsKeyId: text(owner.inputs, "kmsKeyId"),
      storageEncrypted: owner.inputs["storageEncrypted"] === true,
      writer: members.length === 0,
      ...(server ? { endpoint: server.host, port: server.port } : {}),
    };
    return { id, arn: arn(account, "rds", `db:${id}`), computed };
  },
  live: (row, account) => {
    const server = account.world.postgres.get(text(row.inputs, "clusterIdentifier") ?? "");
    return server ? { endpoint: server.host, port: server.port } : {};
  },
});
