import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { PostgresServer } from "../../../world/world.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { base32, hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { maps, number, text } from "../../values.ts";
import { zoneNames } from "../../zones.ts";
import { changeMaster, checkMaster, makeMaster, removeMasterSecret } from "./master.ts";
import {
  beforeDeletion,
  checkIdentifier,
  refuseNewFromCopy,
  refuseTaken,
  requireEngine,
  requireSurroundings,
} from "./server.ts";

const names = { username: "masterUsername", password: "masterPassword" };
const groups = ["aws:rds/clusterParameterGroup:ClusterParameterGroup", "dbClusterParameterGroupName"] as const;

/** An Aurora cluster: one server, at which writer and reader endpoint both answer. */
export const cluster = defineType({
  token: "aws:rds/cluster:Cluster",
  naming: { input: "clusterIdentifier", maximumLength: 63 },
  inPlace: ["availabilityZones"],
  replaces: ["engine", "masterUsername", "restoreToPointInTime", "s3Import"],
  writeOnly: ["masterPassword", "masterPasswordWo"],
  defaults: {
    backupRetentionPeriod: 1,
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    deletionProtection: false,
    engineMode: "provisioned",
    iamDatabaseAuthenticationEnabled: false,
    networkType: "IPV4",
    skipFinalSnapshot: false,
    storageEncrypted: false,
    storageType: "",
    iamRoles: [],
  },
  check: checkCluster,
  create: async (inputs, account) => {
    const id = text(inputs, "clusterIdentifier") ?? `${text(inputs, "clusterIdentifierPrefix") ?? "tf-"}${hex(26)}`;
    refuseTaken(account, id, "DBClusterAlreadyExistsFault");
    requireEngine(text(inputs, "engine"), ["aurora-postgresql"]);
    refuseNewFromCopy(inputs);
    requireSurroundings(account, inputs, ...groups);
    const clusterResourceId = `cluster-${base32(26)}`;
    const master = makeMaster(account, inputs, names, {
      kind: "cluster",
      resourceId: clusterResourceId.slice(8).toLowerCase(),
    });
    const server = await account.world.postgres.start(id, master, text(inputs, "databaseName"));
    const computed = {
      clusterIdentifier: id,
      clusterResourceId,
      clusterMembers: [],
      hostedZoneId: "Z2R2ITUGPM61AM",
      availabilityZones: zoneNames(account.region).slice(0, 3),
      engineVersionActual: text(inputs, "engineVersion") ?? "17",
      ...endpoints(server),
      ...master.computed,
    };
    return { id, arn: arn(account, "rds", `cluster:${id}`), computed };
  },
  update: async (row, news, account) => {
    requireSurroundings(account, news, ...groups);
    const version = text(news, "engineVersion");
    return {
      ...(await changeMaster(account, row, news, names)),
      ...(version === undefined ? {} : { engineVersionActual: version }),
    };
  },
  live: (row, account) => {
    const members = rowsOf(account, "aws:rds/clusterInstance:ClusterInstance").filter(
      ({ inputs }) => text(inputs, "clusterIdentifier") === row.id,
    );
    return { ...endpoints(account.world.postgres.get(row.id)), clusterMembers: members.map(({ id }) => id) };
  },
  delete: async (row, account) => {
    const members = rowsOf(account, "aws:rds/clusterInstance:ClusterInstance").filter(
      ({ inputs }) => text(inputs, "clusterIdentifier") === row.id,
    );
    if (members.length > 0)
      throw new AwsError(
        "InvalidDBClusterStateFault",
        `Cluster cannot be deleted, it still contains DB instances in non-deleting state: ${members.map(({ id }) => id).join(", ")}`,
      );
    beforeDeletion(account, row);
    await account.world.postgres.remove(row.id);
    removeMasterSecret(account, row);
    return undefined;
  },
});

function endpoints(server: PostgresServer | undefined): PropertyMap {
  return server ? { endpoint: server.host, readerEndpoint: server.host, port: server.port } : {};
}

function checkCluster(inputs: PropertyMap): readonly CheckFailure[] {
  const days = number(inputs, "backupRetentionPeriod");
  const capacity = maps(inputs, "serverlessv2ScalingConfiguration").some(
    (scaling) => (number(scaling, "minCapacity") ?? 0) > (number(scaling, "maxCapacity") ?? 256),
  );
  return [
    ...checkIdentifier(inputs, "clusterIdentifier"),
    ...checkMaster(inputs, names),
    ...when(
      [
        days !== undefined && (days < 1 || days > 35),
        "backupRetentionPeriod",
        `expected backupRetentionPeriod to be in the range (1 - 35), got ${days ?? ""}`,
      ],
      [
        capacity,
        "serverlessv2ScalingConfiguration",
        "api error InvalidParameterValue: minCapacity must not be greater than maxCapacity",
      ],
    ),
  ];
}
