import { getAvailabilityZones } from "./get-availability-zones.ts";
import { getCallerIdentity } from "./get-caller-identity.ts";
import { getClusterAuth } from "./get-cluster-auth.ts";
import { getKey } from "./get-key.ts";
import { getManagedPrefixList } from "./get-managed-prefix-list.ts";
import { getPartition } from "./get-partition.ts";
import { getPolicyDocument } from "./get-policy-document.ts";
import { getRegion } from "./get-region.ts";
import { getSecretVersion } from "./get-secret-version.ts";
import type { AwsInvoke } from "./invoke.ts";

/** Every function of the embedded account: one line for each new file. */
export const awsInvokes: readonly AwsInvoke[] = [
  getAvailabilityZones,
  getCallerIdentity,
  getClusterAuth,
  getKey,
  getManagedPrefixList,
  getPartition,
  getPolicyDocument,
  getRegion,
  getSecretVersion,
];
