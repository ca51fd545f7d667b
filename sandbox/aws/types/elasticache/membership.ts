import type { Account } from "../../account.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";

/** Most users of a user group. Source: Amazon ElastiCache service quotas, "Users per user group". */
export const mostUsersPerGroup = 100;

export const userGroupToken = "aws:elasticache/userGroup:UserGroup";
export const associationToken = "aws:elasticache/userGroupAssociation:UserGroupAssociation";

/** Users of a group: those that it was made with, and those that were added by themselves. */
export function usersOf(account: Account, groupId: string): readonly string[] {
  const group = rowsOf(account, userGroupToken).find(({ id }) => id === groupId);
  const added = rowsOf(account, associationToken).filter(({ inputs }) => text(inputs, "userGroupId") === groupId);
  return [...texts(group?.inputs ?? {}, "userIds"), ...added.map(({ inputs }) => text(inputs, "userId") ?? "")];
}
