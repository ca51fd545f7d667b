import { type Account, arn } from "../../account.ts";
import { base32 } from "../../identifiers.ts";

/** A secret's ARN ends in six random characters, so that a new secret of an old name is another one. */
export function secretArn(account: Account, name: string): string {
  return arn(account, "secretsmanager", `secret:${name}-${base32(6)}`);
}
