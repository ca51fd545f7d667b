import { equal, ok } from "node:assert/strict";
import { synthStack } from "../../fleet/synth/fleet.ts";
import { type CellUsage, usageOfTenant } from "../../model/cell-usage.ts";
import { committed, resolved } from "../support/tenant-sources.ts";

const root = new URL("../..", import.meta.url).pathname;

/** What the cell's file counts → the types behind it. */
const counted: Partial<Record<keyof CellUsage, readonly string[]>> = {
  namespaces: ["kubernetes:core/v1:Namespace"],
  user_pools: ["aws:cognito/userPool:UserPool"],
  buckets: ["aws:s3/bucket:Bucket"],
  database_instances: ["aws:rds/instance:Instance"],
  caches: ["aws:elasticache/serverlessCache:ServerlessCache"],
};
/** Those that depend on more than tier and level are counted at their most. */
const bounded: Partial<Record<keyof CellUsage, readonly string[]>> = {
  roles: ["aws:iam/role:Role"],
  backup_vaults: ["aws:backup/vault:Vault"],
  alarms: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
};

const productsOf = ({ integrations = {} }: ReturnType<typeof resolved>["spec"]) => Object.keys(integrations).length;

describe("what a tenant takes of its cell", () => {
  for (const id of ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"]) {
    it(`R-TIER-8 is what ${id} declares`, async () => {
      const { spec, configuration } = resolved(committed(`tenants/${id}.yaml`));
      const usage = usageOfTenant(configuration, spec.placement.isolation, productsOf(spec));
      const { resources } = await synthStack(id, root);
      const declared = (types: readonly string[]) => resources.filter(({ type }) => types.includes(type)).length;
      for (const [resource, types] of Object.entries(counted)) {
        equal(usage[resource as keyof CellUsage], declared(types), resource);
      }
      for (const [resource, types] of Object.entries(bounded)) {
        // A vault in the recovery Region is not of this Region's quota.
        const most = usage[resource as keyof CellUsage] + (resource === "backup_vaults" ? 1 : 0);
        ok(declared(types) <= most, `${resource}: ${declared(types)} declared, ${most} counted`);
      }
    });
  }
});
