import { domainOf } from "../account.ts";
import type { AwsInvoke } from "./invoke.ts";

export const getPartition: AwsInvoke = {
  token: "aws:index/getPartition:getPartition",
  run: (_args, account) => {
    const domain = domainOf(account);
    return {
      id: account.partition,
      partition: account.partition,
      dnsSuffix: domain,
      reverseDnsPrefix: domain.split(".").reverse().join("."),
    };
  },
};
