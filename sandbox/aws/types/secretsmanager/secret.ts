import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { checkPolicy } from "../../policy-document.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { number, text } from "../../values.ts";
import { secretArn } from "./secret-arn.ts";
import { removeSecretValues } from "./secret-values.ts";

const token = "aws:secretsmanager/secret:Secret";

export const secret = defineType({
  token,
  naming: { input: "name", maximumLength: 512 },
  defaults: { description: "", forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30, replicas: [], policy: "" },
  check: (inputs) => {
    const days = number(inputs, "recoveryWindowInDays");
    return [
      ...when(
        [
          days !== undefined && days !== 0 && (days < 7 || days > 30),
          "recoveryWindowInDays",
          `expected recoveryWindowInDays to be 0 or in the range (7 - 30), got ${days ?? ""}`,
        ],
        [
          !/^[\w/+=.@!-]*$/.test(text(inputs, "name") ?? ""),
          "name",
          "api error ValidationException: Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        ],
      ),
      ...checkPolicy(text(inputs, "policy") || undefined, {
        property: "policy",
        maximumLength: 20_480,
        kind: "resource",
        code: "MalformedPolicyDocumentException",
      }),
    ];
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const taken = rowsOf(account, token).find((row) => row.computed["name"] === name);
    if (taken?.state === "PendingDeletion") {
      throw new AwsError(
        "InvalidRequestException",
        `You can't create this secret because a secret with this name is already scheduled for deletion: ${name}.`,
      );
    }
    if (taken)
      throw new AwsError("ResourceExistsException", `The operation failed because the secret ${name} already exists.`);
    usableKey(inputs, account);
    const id = secretArn(account, name);
    return { id, arn: id, computed: { name } };
  },
  update: (_row, news, account) => {
    usableKey(news, account);
    return {};
  },
  delete: (row, account) => {
    const days = number(row.inputs, "recoveryWindowInDays") ?? 30;
    if (days > 0) return { ...row, state: "PendingDeletion" };
    removeSecretValues(account.world, row.id);
    return undefined;
  },
});

function usableKey(inputs: PropertyMap, account: Account): void {
  requireKey(account, text(inputs, "kmsKeyId"), "InvalidParameterException");
}
