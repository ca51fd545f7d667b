import { createHash } from "node:crypto";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requirePool } from "./user-pool.ts";

const token = "aws:cognito/userPoolDomain:UserPoolDomain";
const reserved = /aws|amazon|cognito/;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
export const userPoolDomain = defineType({
  token,
  replaces: ["domain", "userPoolId"],
  defaults: { managedLoginVersion: 1 },
  check: (inputs) => {
    const domain = text(inputs, "domain");
    const version = inputs["managedLoginVersion"];
    return when(
      [
        domain !== undefined && inputs["certificateArn"] === undefined && reserved.test(domain),
        "domain",
        "api error InvalidParameterException: Domain cannot contain reserved word: aws, amazon or cognito",
      ],
      [
        typeof version === "number" && version !== 1 && version !== 2,
        "managedLoginVersion",
        `expected managedLoginVersion to be 1 or 2, got ${String(version)}`,
      ],
    );
  },
  create: (inputs, account) => {
    const pool = requirePool(account, inputs);
    const domain = text(inputs, "domain") ?? "";
    const hasCertificate = inputs["certificateArn"] !== undefined;
    const taken = allRows(account.world, token).some((row) => row.id === domain && row.region === account.region);
    if (taken) {
      throw new AwsError("InvalidParameterException", `Domain already associated with another user pool: ${domain}`);
    }
    const others = rowsOf(account, token).filter(
      (row) => row.inputs["userPoolId"] === pool.id && (row.inputs["certificateArn"] !== undefined) === hasCertificate,
    );
    if (others.length > 0) {
      throw new AwsError("InvalidParameterException", `User pool ${pool.id} already has a domain configured`);
    }
    const distribution = `d${createHash("sha256").update(domain).digest("hex").slice(0, 13)}.cloudfront.net`;
    return {
      id: domain,
      computed: {
        awsAccountId: account.accountId,
        cloudfrontDistribution: distribution,
        cloudfrontDistributionArn: distribution,
        cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
        s3Bucket: `aws-cognito-prod-${account.region}-assets`,
        version: account.world.now().toISOString().replace(/\D/g, ""),
      },
    };
  },
});
