import type * as pulumi from "@pulumi/pulumi";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import { TenantSecret } from "../secrets/tenant-secret.ts";
import type { TenantPlace } from "./place.ts";

/**
 * The secrets that the tenant's file names, by those names and without values: the file's reader finds out here where
 * each is, and its owner puts the value there.
 */
export function declareSecrets(
  { name, plan, retention, opts }: TenantPlace,
  role: WorkloadRole,
  kmsKeyArn: pulumi.Input<string>,
): ReadonlyMap<string, TenantSecret> {
  const declared = plan.secrets.named.map((secret) => {
    const made = new TenantSecret(
      `${name}-secret-${secret.name}`,
      {
        secretName: secret.secretName,
        description: "Named by the tenant's file; its owner puts the value",
        namespace: plan.compute.namespace,
        kmsKeyArn,
        readerRoleArns: [role.arn, ...readersOf(plan, secret.name)],
        retention,
      },
      opts,
    );
    return [secret.name, made] as const;
  });
  return new Map(declared);
}

/** Roles beside the workload's that read this secret, e.g. a stream's. */
const readersOf = ({ connections, cell }: TenantPlan, name: string): readonly string[] =>
  (connections.secretReaders[name] ?? []).map((role) => `arn:${cell.partition}:iam::${cell.accountId}:role/${role}`);
