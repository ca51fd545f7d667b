import type { Account } from "./account.ts";
import { AwsError } from "./aws-error.ts";
import { allRows, findRow, type Row } from "./rows.ts";

const keyTypes = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"];

/** A KMS key by id, ARN, alias name or alias ARN; keys of other accounts by ARN. */
export function findKey(account: Account, reference: string): Row | undefined {
  const alias = /(alias\/.+)$/.exec(reference)?.[1];
  if (alias !== undefined) {
    const found = findRow(account, "aws:kms/alias:Alias", alias);
    const target = found?.computed["targetKeyArn"];
    return typeof target === "string" ? findKey(account, target) : undefined;
  }
  if (reference.startsWith("arn:")) {
    return keyTypes.flatMap((type) => allRows(account.world, type)).find((row) => row.arn === reference);
  }
  return keyTypes.map((type) => findRow(account, type, reference)).find((row) => row !== undefined);
}

/** A key that encrypts and decrypts now. AWS' own keys (`alias/aws/…`) always do. @throws where it does not. */
export function requireKey(
  account: Account,
  reference: string | undefined,
  code = "NotFoundException",
): string | undefined {
  if (reference === undefined || /alias\/aws\//.test(reference)) return reference;
  const key = findKey(account, reference);
  if (!key)
    throw new AwsError(
      code,
      `Invalid keyId '${reference}': Key does not exist in account ${account.accountId}, Region ${account.region}`,
    );
  if (key.state !== "Enabled") {
    throw new AwsError(
      code === "NotFoundException" ? "KMSInvalidStateException" : code,
      `${key.arn} is ${key.state}: only an Enabled key can be used`,
    );
  }
  return key.arn;
}

/** The thing of an id. @throws the service's error where there is none. */
export function requireRow(account: Account, type: string, id: string, code: string, reason?: string): Row {
  const row = findRow(account, type, id);
  if (row) return row;
  throw new AwsError(code, reason ?? `${id} does not exist in account ${account.accountId}, Region ${account.region}`);
}

/** A role by its ARN, in any account. @throws where there is none. */
export function requireRole(account: Account, arn: string | undefined, code: string): Row | undefined {
  if (arn === undefined || arn === account.assumedRoleArn || arn.includes(":role/aws-service-role/")) return undefined;
  const role = allRows(account.world, "aws:iam/role:Role").find((row) => row.arn === arn);
  if (role) return role;
  throw new AwsError(code, `The role ${arn} does not exist or cannot be assumed`);
}
