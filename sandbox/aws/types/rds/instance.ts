import type { PropertyMap } from "../../../provider/provider.ts";
import type { PostgresServer } from "../../../world/world.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { base32, hex } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { type Row, rowsOf } from "../../rows.ts";
import { number, text } from "../../values.ts";
import { checkInstance, masterInputs } from "./instance-rules.ts";
import { changeMaster, makeMaster, removeMasterSecret, serverName } from "./master.ts";
import { beforeDeletion, refuseNewFromCopy, refuseTaken, requireEngine, requireSurroundings } from "./server.ts";

const token = "aws:rds/instance:Instance";

export const instance = defineType({
  token,
  naming: { input: "identifier", maximumLength: 63 },
  inPlace: ["port", "dbSubnetGroupName", "customIamInstanceProfile"],
  // Out of an encrypted snapshot, or of another server's copy, only a new server can be made.
  replaces: ["snapshotIdentifier", "restoreToPointInTime", "s3Import", "engine"],
  writeOnly: ["password", "passwordWo"],
  defaults: {
    autoMinorVersionUpgrade: true,
    backupRetentionPeriod: 0,
    caCertIdentifier: "rds-ca-rsa2048-g1",
    copyTagsToSnapshot: false,
    deleteAutomatedBackups: true,
    deletionProtection: false,
    iamDatabaseAuthenticationEnabled: false,
    licenseModel: "postgresql-license",
    maxAllocatedStorage: 0,
    monitoringInterval: 0,
    multiAz: false,
    networkType: "IPV4",
    performanceInsightsEnabled: false,
    publiclyAccessible: false,
    skipFinalSnapshot: false,
    storageEncrypted: false,
    storageType: "gp2",
  },
  check: checkInstance,
  create: async (inputs, account) => {
    const identifier = text(inputs, "identifier") ?? `${text(inputs, "identifierPrefix") ?? "tf-"}${hex(26)}`;
    refuseTaken(account, identifier, "DBInstanceAlreadyExists");
    requireSurroundings(account, inputs, "aws:rds/parameterGroup:ParameterGroup", "parameterGroupName");
    requireRole(account, text(inputs, "monitoringRoleArn"), "InvalidParameterValue");
    const resourceId = `db-${base32(26)}`;
    const own =
      inputs["replicateSourceDb"] === undefined
        ? await makeServer(account, inputs, identifier, resourceId)
        : replica(account, inputs);
    const computed = {
      identifier,
      resourceId,
      status: "available",
      replicas: [],
      hostedZoneId: "Z2R2ITUGPM61AM",
      ...own,
    };
    return { id: resourceId, arn: arn(account, "rds", `db:${identifier}`), computed };
  },
  update: async (row, news, account) => await change(row, news, account),
  live: (row, account) => endpoint(serverOf(account, row)),
  delete: async (row, account) => {
    beforeDeletion(account, row);
    if (text(row.inputs, "replicateSourceDb") === undefined) await account.world.postgres.remove(serverName(row));
    removeMasterSecret(account, row);
    return undefined;
  },
});

async function makeServer(
  account: Account,
  inputs: PropertyMap,
  identifier: string,
  resourceId: string,
): Promise<PropertyMap> {
  requireEngine(text(inputs, "engine"), ["postgres"]);
  refuseNewFromCopy(inputs);
  if (inputs["allocatedStorage"] === undefined)
    throw new AwsError("InvalidParameterValue", "allocatedStorage must be given");
  const master = makeMaster(account, inputs, masterInputs, {
    kind: "db",
    resourceId: resourceId.slice(3).toLowerCase(),
  });
  const server = await account.world.postgres.start(identifier, master, text(inputs, "dbName"));
  return {
    ...endpoint(server),
    ...master.computed,
    engine: "postgres",
    engineVersionActual: text(inputs, "engineVersion") ?? "17",
    availabilityZone: text(inputs, "availabilityZone") ?? `${account.region}a`,
    ...(inputs["kmsKeyId"] === undefined && inputs["storageEncrypted"] === true
      ? { kmsKeyId: arn(account, "kms", "alias/aws/rds") }
      : {}),
  };
}

/** A replica has no server of its own here: it answers at its source's address. */
function replica(account: Account, inputs: PropertyMap): PropertyMap {
  const source = sourceOf(account, text(inputs, "replicateSourceDb") ?? "");
  if (!source)
    throw new AwsError("DBInstanceNotFound", `DBInstance ${text(inputs, "replicateSourceDb") ?? ""} not found.`);
  if ((number(source.inputs, "backupRetentionPeriod") ?? 0) === 0) {
    throw new AwsError(
      "InvalidDBInstanceState",
      `Automated backups are not enabled for ${serverName(source)}: a read replica needs backupRetentionPeriod above 0 on its source.`,
    );
  }
  return {
    ...endpoint(serverOf(account, source)),
    engine: "postgres",
    engineVersionActual: text(source.computed, "engineVersionActual"),
    masterUserSecrets: [],
  };
}

function sourceOf(account: Account, reference: string): Row | undefined {
  return rowsOf(account, token).find((row) => [serverName(row), row.arn, row.id].includes(reference));
}

function serverOf(account: Account, row: Row): PostgresServer | undefined {
  const source = text(row.inputs, "replicateSourceDb");
  const owner = source === undefined ? row : sourceOf(account, source);
  return owner && account.world.postgres.get(serverName(owner));
}

function endpoint(server: PostgresServer | undefined): PropertyMap {
  return server ? { address: server.host, port: server.port, endpoint: `${server.host}:${server.port}` } : {};
}

async function change(row: Row, news: PropertyMap, account: Account): Promise<PropertyMap> {
  const { before, after } = { before: number(row.inputs, "allocatedStorage"), after: number(news, "allocatedStorage") };
  if (before !== undefined && after !== undefined && after < before) {
    throw new AwsError(
      "InvalidParameterCombination",
      `Invalid storage size for ${serverName(row)}: ${after} GiB is less than the ${before} GiB it has; storage cannot shrink.`,
    );
  }
  requireSurroundings(account, news, "aws:rds/parameterGroup:ParameterGroup", "parameterGroupName");
  requireRole(account, text(news, "monitoringRoleArn"), "InvalidParameterValue");
  const version = text(news, "engineVersion");
  const secrets =
    text(news, "replicateSourceDb") === undefined ? await changeMaster(account, row, news, masterInputs) : {};
  return { ...secrets, ...(version === undefined ? {} : { engineVersionActual: version }) };
}
