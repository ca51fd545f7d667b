import { describeAwsContract } from "../../../support/aws-contract.ts";

describeAwsContract(
  [
    "aws:backup/vault:Vault",
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    "aws:backup/plan:Plan",
    "aws:backup/selection:Selection",
    "aws:backup/restoreTestingPlan:RestoreTestingPlan",
    "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  ],
  (ids) => {
    const rule = (deleteAfter: number) => [
      {
        ruleName: "daily",
        targetVaultName: ids["vault"],
        schedule: "cron(0 4 ? * * *)",
        lifecycle: { deleteAfter },
      },
    ];
    const recoveryPointSelection = {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: ["*"],
      recoveryPointTypes: ["SNAPSHOT"],
    };
    return [
      {
        token: "aws:backup/vault:Vault",
        good: { name: "one", kmsKeyArn: ids["keyArn"], tags: { a: "b" } },
        changed: { forceDestroy: true },
        replacing: { name: "two" },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
      {
        token: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
        good: { backupVaultName: ids["vault"], minRetentionDays: 7, maxRetentionDays: 365 },
        replacing: { backupVaultName: ids["otherVault"] },
        byHand: { property: "minRetentionDays", value: 1 },
      },
      {
        token: "aws:backup/plan:Plan",
        good: { name: "one", rules: rule(35) },
        changed: { rules: rule(365) },
        replacing: { name: "two" },
        byHand: { property: "rules", value: rule(1) },
      },
      {
        token: "aws:backup/selection:Selection",
        good: { name: "one", planId: ids["plan"], iamRoleArn: ids["roleArn"], resources: ["arn:aws:s3:::a"] },
        replacing: { resources: ["arn:aws:s3:::b"] },
        byHand: { property: "resources", value: ["*"] },
      },
      {
        token: "aws:backup/restoreTestingPlan:RestoreTestingPlan",
        good: { name: "one", recoveryPointSelection, scheduleExpression: "cron(0 6 1 * ? *)" },
        changed: { scheduleExpression: "cron(0 7 1 * ? *)" },
        replacing: { name: "two" },
        byHand: { property: "scheduleExpression", value: "cron(0 8 1 * ? *)" },
      },
      {
        token: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
        good: {
          name: "one",
          restoreTestingPlanName: ids["restorePlan"],
          protectedResourceType: "RDS",
          protectedResourceArns: ["*"],
          iamRoleArn: ids["roleArn"],
        },
        changed: { validationWindowHours: 1 },
        replacing: { protectedResourceType: "S3" },
        byHand: { property: "validationWindowHours", value: 168 },
      },
    ];
  },
);
