import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { findRow, type Row } from "../../rows.ts";

/** A cluster by name. @throws ResourceNotFoundException. */
export function requireCluster(account: Account, name: string | undefined): Row {
  const row = findRow(account, "aws:eks/cluster:Cluster", name ?? "");
  if (!row) throw new AwsError("ResourceNotFoundException", `No cluster found for name: ${name ?? ""}.`);
  return row;
}
