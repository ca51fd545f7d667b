import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "snowflake",
  title: "Snowflake",
  purpose: "data",
  documentation: "https://docs.snowflake.com/en/user-guide/data-load-s3-config-storage-integration",
  settings: z.strictObject({
    user_arn: settingOf(
      /^arn:aws[a-z-]*:iam::[0-9]{12}:(user|role)\/[\w+=,.@/-]{1,128}$/,
      "the principal of a storage integration",
      "STORAGE_AWS_IAM_USER_ARN of DESC INTEGRATION",
      "arn:aws:iam::999988887777:user/abc1-b-self1234",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "IAM is not evaluated in the embedded account" },
  connect: ({ user_arn }) => ({
    kind: "outside_role",
    // Snowflake shows the external id that STORAGE_AWS_EXTERNAL_ID says, so it is made here.
    trusted: { kind: "account", principalArn: user_arn, externalId: { kind: "generated" } },
    folder: "exports/",
    access: "read",
  }),
});
