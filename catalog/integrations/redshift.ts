import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "redshift",
  title: "Amazon Redshift",
  purpose: "data",
  documentation:
    "https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html#authorizing-redshift-service-chaining-roles",
  settings: z.strictObject({
    role_arn: settingOf(
      /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,128}$/,
      "the role of a cluster",
      "arn:aws:iam::<account>:role/<name>",
      "arn:aws:iam::999988887777:role/redshift-loads",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "IAM is not evaluated in the embedded account" },
  connect: ({ role_arn }) => ({
    kind: "outside_role",
    // Chained roles show no external id; the trust is in this one role.
    trusted: { kind: "account", principalArn: role_arn, externalId: { kind: "none" } },
    folder: "exports/",
    access: "read",
  }),
});
