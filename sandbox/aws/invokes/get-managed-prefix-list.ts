import { createHash } from "node:crypto";
import { AwsError } from "../aws-error.ts";
import { text } from "../values.ts";
import type { AwsInvoke } from "./invoke.ts";

/** Lists of addresses that AWS keeps: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html */
const managedByAws =
  /^com\.amazonaws\.(global\.cloudfront\.origin-facing|global\.route53-healthchecks|[a-z0-9-]+\.(s3|dynamodb|vpc-lattice))$/;

export const getManagedPrefixList: AwsInvoke = {
  token: "aws:ec2/getManagedPrefixList:getManagedPrefixList",
  run: (args, account) => {
    const name = text(args, "name") ?? "";
    if (!managedByAws.test(name))
      throw new AwsError("InvalidPrefixListID.NotFound", `no managed prefix list matched: ${name}`);
    const id = `pl-${createHash("sha256").update(`${account.region}\n${name}`).digest("hex").slice(0, 8)}`;
    return {
      id,
      name,
      arn: `arn:${account.partition}:ec2:${account.region}:aws:prefix-list/${id}`,
      addressFamily: "IPv4",
      entries: [],
      maxEntries: 0,
      ownerId: "AWS",
      region: account.region,
      tags: {},
      version: 0,
    };
  },
};
