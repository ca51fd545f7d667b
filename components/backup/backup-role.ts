import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { serviceTrust } from "../identity/service-trust.ts";

/** What AWS Backup needs to back up and restore RDS, Aurora and S3. Source: "Managed policies for AWS Backup". */
const managedPolicies: Readonly<Record<string, string>> = {
  backup: "service-role/AWSBackupServiceRolePolicyForBackup",
  restore: "service-role/AWSBackupServiceRolePolicyForRestores",
  "s3-backup": "AWSBackupServiceRolePolicyForS3Backup",
  "s3-restore": "AWSBackupServiceRolePolicyForS3Restore",
};

export interface BackupRoleArgs {
  readonly cell: CellReference;
  readonly roleName: string;
}

/** Role that AWS Backup takes on, for this account alone, in a cell's plans and those of its tenants. */
export function backupRole(name: string, args: BackupRoleArgs, opts: pulumi.CustomResourceOptions): Role {
  const { cell, roleName } = args;
  const assumeRolePolicy = serviceTrust("backup.amazonaws.com", cell.accountId);
  const role = new Role(name, { name: roleName, assumeRolePolicy }, opts);
  for (const [purpose, policy] of Object.entries(managedPolicies)) {
    new RolePolicyAttachment(
      `${name}-${purpose}`,
      { role: role.name, policyArn: `arn:${cell.partition}:iam::aws:policy/${policy}` },
      opts,
    );
  }
  return role;
}
