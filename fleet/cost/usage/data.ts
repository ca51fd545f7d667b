import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { hoursPerMonth } from "../charges/charge.ts";
import { charges, type TenantUse, type UsageCharge, type UsageRule } from "./usage-charge.ts";

/** A cell's server runs in two zones, each with the whole data. */
const zonesOfPool = 2;

const sharesOf = ({ used: { storageGb }, shape }: TenantUse) => {
  const rowsGb = storageGb * shape.databaseShare.amount;
  return { rowsGb, objectsGb: (storageGb - rowsGb) * (1 + shape.versionsShare.amount) };
};

/** Objects, their earlier versions, and their copy in the recovery Region. */
export const objects: UsageRule = (use) => {
  const { plan, used, shape } = use;
  const { objectsGb } = sharesOf(use);
  const reads = used.requests * shape.readsPerRequest.amount;
  const writes = used.requests * shape.writesPerRequest.amount;
  const { replica } = plan.bucket;
  return [
    ...charges("storage", {
      "s3.storage": objectsGb,
      "s3.reads": reads,
      "s3.writes": writes,
      "cloudtrail.data-events": reads + writes,
    }),
    ...(replica === undefined
      ? []
      : [
          ...charges("copies", { "s3.to-other-region": objectsGb * shape.monthlyChangeShare.amount }),
          ...charges("copies", { "s3.storage": objectsGb, "s3.writes": writes }, replica.region),
        ]),
  ];
};

/** Rows; what an instance of its own has room for is there already, and charged as such. */
export const rows: UsageRule = (use) => charges("database", rowMeters(use.plan, sharesOf(use).rowsGb, use));

function rowMeters({ data: { active } }: TenantPlan, rowsGb: number, { used, shape }: TenantUse) {
  switch (active.isolation) {
    case "shared":
    case "schema":
      return { "rds.storage.gp3": rowsGb * zonesOfPool };
    case "database": {
      const servers = (active.multiAz ? 2 : 1) + active.readReplicas;
      return { "rds.storage.gp3": Math.max(0, rowsGb - active.allocatedStorageGib) * servers };
    }
    case "cluster":
      return {
        "aurora.storage": rowsGb,
        "aurora.requests": used.requests * shape.databaseReadsPerRequest.amount,
      };
  }
}

/** Recovery points, here and in the recovery Region. */
export const backups: UsageRule = (use) => {
  const { plan, shape } = use;
  if (plan.backup.kind === "off") return [];
  const { rowsGb, objectsGb } = sharesOf(use);
  const meters = {
    "backup.s3": objectsGb * shape.backupShare.amount,
    [plan.data.active.isolation === "cluster" ? "aurora.backup" : "rds.backup"]: rowsGb * shape.backupShare.amount,
  };
  const recovery = plan.backup.kind === "own" ? plan.backup.recoveryRegion : undefined;
  return [
    ...charges("backup", meters),
    ...(recovery === undefined ? [] : copied(recovery, meters, (rowsGb + objectsGb) * shape.monthlyChangeShare.amount)),
  ];
};

const copied = (
  region: string,
  meters: Readonly<Record<string, number>>,
  changedGb: number,
): readonly UsageCharge[] => [
  ...charges("copies", { "s3.to-other-region": changedGb }),
  ...charges("copies", meters, region),
];

/** A cache of its own is charged for 100 MB at the least, which is not use. */
const leastCacheGb = 0.1;

export const cached: UsageRule = ({ plan: { cache }, used, shape }) => {
  if (cache.kind === "none") return [];
  const beyond = cache.kind === "own" ? Math.max(0, used.cacheGb - leastCacheGb) : used.cacheGb;
  return charges("cache", {
    "elasticache.valkey.data": beyond * hoursPerMonth,
    "elasticache.valkey.requests": used.requests * shape.cacheUnitsPerRequest.amount,
  });
};
