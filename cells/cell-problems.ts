import type { Located } from "../model/located.ts";
import type { Problem } from "../model/problems.ts";
import { isResident, regionsOf } from "../model/residency.ts";
import type { CellSpec } from "../model/specs/cell-spec.ts";

/** What is wrong with a cell by itself, its file's form being right. */
export function findCellProblems(spec: CellSpec, document: Located): readonly Problem[] {
  return [
    ...findRegionProblems(spec, document),
    ...findPartitionProblems(spec, document),
    ...findServiceProblems(spec, document),
  ];
}

function findRegionProblems(spec: CellSpec, document: Located): readonly Problem[] {
  const outside = (["region", "recovery_region"] as const)
    .filter((key) => !isResident(spec[key], spec.residency))
    .map((key) => ({
      ...document.placeOf([key]),
      code: "CELL_RESIDENCY_LEFT",
      path: key,
      message: `is outside residency ${spec.residency}`,
      found: spec[key],
      allowed: regionsOf(spec.residency).join(", "),
      suggestion: "choose a Region of the residency, or correct the residency",
    }));
  const same: readonly Problem[] =
    spec.region === spec.recovery_region && regionsOf(spec.residency).length > 1
      ? [
          {
            ...document.placeOf(["recovery_region"]),
            code: "CELL_RECOVERY_SAME_REGION",
            path: "recovery_region",
            message: "is the cell's own Region: what takes it away takes the copies along",
            found: spec.recovery_region,
            allowed: regionsOf(spec.residency)
              .filter((region) => region !== spec.region)
              .join(", "),
          },
        ]
      : [];
  return [...outside, ...same];
}

const partitionOf = (region: string): CellSpec["partition"] =>
  region.startsWith("us-gov-") ? "aws-us-gov" : region.startsWith("cn-") ? "aws-cn" : "aws";

function findPartitionProblems(spec: CellSpec, document: Located): readonly Problem[] {
  const allowed = partitionOf(spec.region);
  return allowed === spec.partition
    ? []
    : [
        {
          ...document.placeOf(["partition"]),
          code: "CELL_PARTITION_MISMATCH",
          path: "partition",
          message: `Region ${spec.region} is in another partition`,
          found: spec.partition,
          allowed,
          suggestion: `write partition: ${allowed}`,
        },
      ];
}

/** Isolation `cluster` promises an Aurora cluster of one's own; a pool shares an instance. */
function findServiceProblems(spec: CellSpec, document: Located): readonly Problem[] {
  const allowed = spec.capacity.tenants === 1 ? "aurora" : "rds";
  return spec.postgres.service === undefined || spec.postgres.service === allowed
    ? []
    : [
        {
          ...document.placeOf(["postgres", "service"]),
          code: "CELL_SERVICE_MISMATCH",
          path: "postgres.service",
          message: `a cell for ${spec.capacity.tenants === 1 ? "one tenant" : "several tenants"} has another database service`,
          found: spec.postgres.service,
          allowed,
          suggestion: "leave the key out",
        },
      ];
}
