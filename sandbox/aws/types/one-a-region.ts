import type { Account } from "../account.ts";
import { AwsError } from "../aws-error.ts";
import { rowsOf } from "../rows.ts";

/** @throws where the account has one of that type in the Region: the service knows no second. */
export function requireFirst(account: Account, type: string, code: string, reason: string): void {
  if (rowsOf(account, type).length > 0) throw new AwsError(code, reason);
}
