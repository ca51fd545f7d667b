import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "databricks",
  title: "Databricks",
  purpose: "data",
  documentation:
    "https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/s3/s3-external-location-manual",
  settings: z.strictObject({
    role_arn: settingOf(
      /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,128}$/,
      "the role of Unity Catalog",
      "arn:aws:iam::<account>:role/<name>",
      "arn:aws:iam::414351767826:role/unity-catalog-prod-UCMasterRole-14S5ZJVKOTYTL",
    ),
    external_id: settingOf(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      "the external id of a storage credential",
      "a UUID, as Databricks shows it",
      "00000000-0000-4000-8000-000000000004",
    ),
  }),
  proof: { kind: "declared, not exercised", because: "IAM is not evaluated in the embedded account" },
  connect: ({ role_arn, external_id }) => ({
    kind: "outside_role",
    trusted: { kind: "account", principalArn: role_arn, externalId: { kind: "given", value: external_id } },
    folder: "exports/",
    access: "read",
  }),
});
