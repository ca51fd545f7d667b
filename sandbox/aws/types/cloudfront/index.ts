import type { TypeDefinition } from "../../define-type.ts";
import { connectionGroup } from "./connection-group.ts";
import { distributionTenant } from "./distribution-tenant.ts";
import { edgeFunction } from "./function.ts";
import { keyValueStore } from "./key-value-store.ts";
import { keyValueStoreKey } from "./key-value-store-key.ts";
import { multitenantDistribution } from "./multitenant-distribution.ts";
import { cachePolicy, originAccessControl, responseHeadersPolicy } from "./policies.ts";
import { vpcOrigin } from "./vpc-origin.ts";

export const cloudfrontTypes: readonly TypeDefinition[] = [
  cachePolicy,
  connectionGroup,
  distributionTenant,
  edgeFunction,
  keyValueStore,
  keyValueStoreKey,
  multitenantDistribution,
  originAccessControl,
  responseHeadersPolicy,
  vpcOrigin,
];
