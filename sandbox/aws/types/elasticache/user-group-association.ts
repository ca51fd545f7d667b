import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { associationToken, mostUsersPerGroup, userGroupToken, usersOf } from "./membership.ts";

/** A user's place in a group; `ModifyUserGroup` adds and takes away. */
export const userGroupAssociation = defineType({
  token: associationToken,
  replaces: ["userGroupId", "userId"],
  duplicateCode: "DuplicateUserName",
  create: (inputs, account) => {
    const userGroupId = text(inputs, "userGroupId") ?? "";
    const userId = text(inputs, "userId") ?? "";
    requireRow(account, userGroupToken, userGroupId, "UserGroupNotFound", `User group ${userGroupId} not found.`);
    requireRow(account, "aws:elasticache/user:User", userId, "UserNotFound", `User ${userId} not found.`);
    if (usersOf(account, userGroupId).length >= mostUsersPerGroup)
      throw new AwsError(
        "UserGroupQuotaExceeded",
        `The quota of ${mostUsersPerGroup} users of the user group ${userGroupId} is exceeded.`,
      );
    return { id: `${userGroupId},${userId}`, computed: {} };
  },
});
