import type { AwsInvoke } from "./invoke.ts";

export const getCallerIdentity: AwsInvoke = {
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  run: (_args, account) => ({
    id: account.accountId,
    accountId: account.accountId,
    arn: account.callerArn,
    userId: account.accountId,
  }),
};
