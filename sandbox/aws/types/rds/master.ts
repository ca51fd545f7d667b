import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { findRow, type Row, removeRow, saveRow } from "../../rows.ts";
import { flag, maps, text } from "../../values.ts";
import { secretArn } from "../secretsmanager/secret-arn.ts";
import { putSecretValue, removeSecretValues } from "../secretsmanager/secret-values.ts";
import { masterPassword } from "./password.ts";

/** Names that PostgreSQL or RDS keep for themselves. */
const reserved = ["admin", "postgres_admin", "rdsadmin", "rds_superuser", "rdsrepladmin", "user", "public"];

/** Names of the inputs, which differ between an instance and a cluster. */
export interface MasterInputs {
  readonly username: string;
  readonly password: string;
}

/** Rules of the master user: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export function checkMaster(inputs: PropertyMap, names: MasterInputs): readonly CheckFailure[] {
  const username = text(inputs, names.username);
  const password = text(inputs, names.password);
  const managed = flag(inputs, "manageMasterUserPassword");
  const length = password?.length ?? 8;
  return when(
    [
      username !== undefined && !/^[A-Za-z]\w{0,62}$/.test(username),
      names.username,
      `api error InvalidParameterValue: MasterUsername ${username ?? ""} must begin with a letter and have at most 63 letters, digits and underscores`,
    ],
    [
      reserved.includes(username ?? ""),
      names.username,
      `api error InvalidParameterValue: MasterUsername ${username ?? ""} cannot be used as it is a reserved word used by the engine`,
    ],
    [
      length < 8 || length > 128,
      names.password,
      "api error InvalidParameterValue: The parameter MasterUserPassword is not a valid password because it has not 8 to 128 characters.",
    ],
    [
      /[/"@ ]/.test(password ?? ""),
      names.password,
      "api error InvalidParameterValue: The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '\"', ' ' may be used.",
    ],
    [
      managed && inputs[names.password] !== undefined,
      names.password,
      `${names.password} cannot be given with manageMasterUserPassword: RDS makes the password`,
    ],
  );
}

/** The identifier that people use; an instance's id in the provider is another. */
export function serverName(row: Row): string {
  return text(row.computed, "identifier") ?? row.id;
}

export interface Master {
  readonly username: string;
  readonly password: string;
  /** Outputs of the secret that the service made; none where the password was given. */
  readonly computed: PropertyMap;
}

/** The master user as declared; with a managed password it is made and put into a secret of the service's own. */
export function makeMaster(
  account: Account,
  inputs: PropertyMap,
  names: MasterInputs,
  owner: { readonly kind: "db" | "cluster"; readonly resourceId: string },
): Master {
  const username = text(inputs, names.username);
  if (username === undefined) throw new AwsError("InvalidParameterValue", "MasterUsername must be given");
  const given = text(inputs, names.password) ?? text(inputs, `${names.password}Wo`);
  if (!flag(inputs, "manageMasterUserPassword")) {
    if (given === undefined)
      throw new AwsError(
        "InvalidParameterValue",
        "MasterUserPassword must be given, or manageMasterUserPassword be true",
      );
    return { username, password: given, computed: { masterUserSecrets: [] } };
  }
  const password = masterPassword();
  const keyArn = requireKey(account, text(inputs, "masterUserSecretKmsKeyId"), "KMSKeyNotAccessibleFault");
  const kmsKeyId = keyArn ?? arn(account, "kms", "alias/aws/secretsmanager");
  const arnOfSecret = saveSecret(account, `rds!${owner.kind}-${owner.resourceId}`, kmsKeyId, { username, password });
  const secret = { secretArn: arnOfSecret, secretStatus: "active", kmsKeyId };
  return { username, password, computed: { masterUserSecrets: [secret], masterUserSecretKmsKeyId: kmsKeyId } };
}

function saveSecret(
  account: Account,
  name: string,
  kmsKeyId: string,
  value: { readonly username: string; readonly password: string },
): string {
  const id = secretArn(account, name);
  const row: Row = {
    type: "aws:secretsmanager/secret:Secret",
    id,
    arn: id,
    accountId: account.accountId,
    region: account.region,
    state: "available",
    inputs: { name, kmsKeyId, description: "Secret of an RDS master user, managed by RDS" },
    computed: { name },
    tags: { "aws:secretsmanager:owningService": "rds" },
    madeByService: true,
    createdAt: account.world.now().toISOString(),
  };
  saveRow(account.world, row);
  putSecretValue(account.world, id, { secretString: JSON.stringify(value) });
  return id;
}

/** The service's secret goes with the server, at once. */
export function removeMasterSecret(account: Account, row: Row): void {
  for (const { secretArn: id } of maps(row.computed, "masterUserSecrets")) {
    const secret = findRow(account, "aws:secretsmanager/secret:Secret", String(id));
    if (secret) removeRow(account.world, secret);
    removeSecretValues(account.world, String(id));
  }
}

/** Moves the master's password to what is declared now. @throws where it switches between given and managed. */
export async function changeMaster(
  account: Account,
  row: Row,
  news: PropertyMap,
  names: MasterInputs,
): Promise<PropertyMap> {
  const managed = flag(news, "manageMasterUserPassword");
  if (managed !== flag(row.inputs, "manageMasterUserPassword")) {
    if (managed) return await takeOver(account, row, news, names);
    removeMasterSecret(account, row);
  }
  const given = text(news, names.password) ?? text(news, `${names.password}Wo`);
  if (given !== undefined)
    await account.world.postgres.setMasterPassword(serverName(row), text(news, names.username) ?? "", given);
  return managed ? {} : { masterUserSecrets: [] };
}

async function takeOver(account: Account, row: Row, news: PropertyMap, names: MasterInputs): Promise<PropertyMap> {
  const kind = names.username === "username" ? "db" : "cluster";
  const resourceId = String(row.computed["resourceId"] ?? row.computed["clusterResourceId"]);
  const master = makeMaster(account, news, names, { kind, resourceId: resourceId.toLowerCase() });
  await account.world.postgres.setMasterPassword(serverName(row), master.username, master.password);
  return master.computed;
}
