import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, iamArn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

/** Name limits: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function checkName(inputs: PropertyMap, maximumLength: number): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const path = text(inputs, "path");
  return when(
    [
      name !== undefined && name.length > maximumLength,
      "name",
      `expected length of name to be in the range (1 - ${maximumLength}), got ${name?.length ?? 0}`,
    ],
    [
      path !== undefined && !/^\/([\x21-\x7e]+\/)?$/.test(path),
      "path",
      `path must begin and end with /, got ${path ?? ""}`,
    ],
  );
}

/** The given name, or one made of the prefix. */
export function nameOf(inputs: PropertyMap, account: Account): string {
  return text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
}

/** ARN with path: `role/service/name`. */
export function pathArn(account: Account, kind: string, inputs: PropertyMap, name: string): string {
  return iamArn(account, `${kind}${text(inputs, "path") ?? "/"}${name}`);
}

/** Names are unique in the account whatever their case. @throws EntityAlreadyExists. */
export function refuseDuplicate(account: Account, type: string, kind: string, name: string): void {
  const taken = rowsOf(account, type).some(
    ({ computed }) => String(computed["name"]).toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new AwsError("EntityAlreadyExists", `${kind} with name ${name} already exists.`);
}
