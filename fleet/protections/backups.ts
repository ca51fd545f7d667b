import type { Leaf } from "./leaves.ts";
import type { ProtectionKind } from "./protection.ts";

const isDayCount = /^(backupRetentionPeriod|minRetentionDays|retentionInDays|noncurrentDays|deleteAfter|days)$/;

/** Of these, nothing said means kept for ever; of the others, not at all. */
const forEver = /^(retentionInDays|noncurrentDays|deleteAfter)$/;
const isExpiration = (path: string): boolean => /(^|\.)(expiration|noncurrentVersionExpiration)\./.test(path);

type Strength = (leaf: Leaf) => number | undefined;

/** 0 days are without end for a log group. */
const retained = (value: Leaf["value"]): number => (Number(value) === 0 ? Number.POSITIVE_INFINITY : Number(value));

const dayStrength: Strength = ({ key, path, value }) => {
  if (!isDayCount.test(key)) return undefined;
  if (key === "retentionInDays") return retained(value);
  if (key !== "days") return Number(value);
  // `days` of a transition to another class keep the object; of an expiration and a lock they say how long it is kept.
  return isExpiration(path) || path.includes("defaultRetention") ? Number(value) : undefined;
};

const words: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mode: { GOVERNANCE: 1, COMPLIANCE: 2 },
  status: { Suspended: 0, Disabled: 0, Enabled: 1 },
};

/** How often a day an AWS cron expression fires, about: enough to tell rarer from more often. */
function runsPerDay(expression: string): number {
  const [, fields = ""] = /^cron\((.+)\)$/.exec(expression) ?? [];
  const [minutes = "0", hours = "0", day = "?", , weekday = "?"] = fields.split(/\s+/);
  const times = (field: string, all: number): number => {
    if (field === "*") return all;
    const [, step] = /\/(\d+)$/.exec(field) ?? [];
    return step === undefined ? field.split(",").length : all / Number(step);
  };
  const isAny = (field: string): boolean => field === "*" || field === "?";
  const share = isAny(day) ? 1 : times(day, 30) / 30;
  return times(minutes, 60) * times(hours, 24) * share * (isAny(weekday) ? 1 : times(weekday, 7) / 7);
}

/** Types of AWS Backup and S3 in which a plain value's being there is what protects. */
const presence: readonly (readonly [type: string, path: RegExp])[] = [
  ["aws:backup/plan:Plan", /\.destinationVaultArn$/],
  ["aws:backup/plan:Plan", /\.ruleName$/],
  ["aws:backup/selection:Selection", /^resources\[/],
  ["aws:s3/bucketReplicationConfig:BucketReplicationConfig", /\.destination\.bucket$/],
  ["aws:backup/vaultLockConfiguration:VaultLockConfiguration", /^changeableForDays$/],
];

/** Backups, copies, old versions, locks and what is kept how long. */
export const backups: ProtectionKind = {
  strengthOf: (leaf, { type }) => {
    const { key, path, value } = leaf;
    if (presence.some(([one, pattern]) => one === type && pattern.test(path))) return 1;
    if (key === "enableContinuousBackup") return value === true ? 1 : 0;
    if (key === "schedule" && type === "aws:backup/plan:Plan") return runsPerDay(String(value));
    if (/^aws:s3\/bucket(Versioning|ReplicationConfig|ObjectLockConfiguration):/.test(type) && key in words) {
      return words[key]?.[String(value)];
    }
    return dayStrength(leaf);
  },
  absent: ({ key, path }, { type }) => (isForEver(key, path, type) ? Number.POSITIVE_INFINITY : 0),
};

/** A lock without days locks nothing. */
const isForEver = (key: string, path: string, type: string): boolean =>
  type !== "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration" &&
  (forEver.test(key) || isExpiration(path));
