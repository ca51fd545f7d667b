import type { World } from "../world/world.ts";
import { allRows } from "./rows.ts";
import { typeDefinitions } from "./types/index.ts";

/** One existing thing of the embedded account, whatever any Pulumi state says. Holds no secret. */
export interface AwsResource {
  readonly type: string;
  readonly id: string;
  /** Empty for things without one, e.g. a bucket's versioning. */
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly accountId: string;
  /** `global` for what knows no Region. */
  readonly region: string;
  readonly state: string;
  /** True for what a service made by itself, e.g. a final snapshot or a VPC's default security group. */
  readonly madeByService: boolean;
}

/** Rows that no resource type declares. */
const serviceTypes = ["aws:rds/snapshot:Snapshot"];

/** Everything that exists in all accounts and Regions, keys that wait for their end included. */
export function listAwsResources(world: World): readonly AwsResource[] {
  return [...typeDefinitions.map(({ token }) => token), ...serviceTypes].flatMap((type) =>
    allRows(world, type).map(({ id, arn, tags, accountId, region, state, madeByService = false }) => ({
      type,
      id,
      arn,
      tags,
      accountId,
      region,
      state,
      madeByService,
    })),
  );
}
