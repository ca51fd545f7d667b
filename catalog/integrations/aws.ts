import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "aws",
  title: "AWS",
  purpose: "clouds",
  documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
  settings: z.strictObject({
    role_arn: settingOf(
      /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,128}$/,
      "the ARN of a role",
      "arn:aws:iam::<account>:role/<name>",
      "arn:aws:iam::999988887777:role/reads-exports",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "IAM is not evaluated in the embedded account" },
  connect: ({ role_arn }) => ({
    kind: "outside_role",
    trusted: { kind: "account", principalArn: role_arn, externalId: { kind: "generated" } },
    folder: "exports/",
    access: "read",
  }),
});
