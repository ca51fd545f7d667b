import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";
import { mostUsersPerGroup, userGroupToken } from "./membership.ts";

/** @throws where a user does not exist, or two have the same name. */
function requireUsers(inputs: PropertyMap, account: Account): void {
  const names = texts(inputs, "userIds").map((id) => {
    const found = requireRow(account, "aws:elasticache/user:User", id, "UserNotFound", `User ${id} not found.`);
    return text(found.inputs, "userName");
  });
  if (new Set(names).size < names.length)
    throw new AwsError("DuplicateUserName", "A user group has no two users of the same name.");
  // Redis' user groups need one of the name `default`; Valkey's do not.
  if (text(inputs, "engine")?.toLowerCase() === "redis" && !names.includes("default"))
    throw new AwsError("DefaultUserRequired", "A user with the name default must be part of the user group.");
}

export const userGroup = defineType({
  token: userGroupToken,
  duplicateCode: "UserGroupAlreadyExists",
  check: (inputs) => {
    const id = text(inputs, "userGroupId");
    return when(
      [
        id !== undefined && !/^[a-z](?:-?[a-z0-9])*$/i.test(id),
        "userGroupId",
        `api error InvalidParameterValue: a user group's id begins with a letter and has letters, digits and single hyphens, got ${id ?? ""}`,
      ],
      [
        texts(inputs, "userIds").length > mostUsersPerGroup,
        "userIds",
        `api error UserGroupQuotaExceeded: a user group has at most ${mostUsersPerGroup} users`,
      ],
    );
  },
  create: (inputs, account) => {
    requireUsers(inputs, account);
    const id = text(inputs, "userGroupId") ?? "";
    return { id, arn: arn(account, "elasticache", `usergroup:${id}`), state: "active", computed: {} };
  },
  update: (_row, news, account) => {
    requireUsers(news, account);
    return {};
  },
  delete: (row, account) => {
    const users = rowsOf(account, "aws:elasticache/serverlessCache:ServerlessCache").filter(
      ({ inputs }) => text(inputs, "userGroupId") === row.id,
    );
    if (users.length > 0)
      throw new AwsError(
        "InvalidUserGroupState",
        `User group ${row.id} is used by ${users.map(({ id }) => id).join(", ")}.`,
      );
    return undefined;
  },
});
