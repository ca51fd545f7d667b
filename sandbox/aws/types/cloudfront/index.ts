import type { TypeDefinition } from "../../define-type.ts";
import { cachePolicy } from "./cache-policy.ts";
import { connectionGroup } from "./connection-group.ts";
import { distributionTenant } from "./distribution-tenant.ts";
import { edgeFunction } from "./function.ts";
import { keyValueStore } from "./key-value-store.ts";
import { keyValueStoreKey } from "./key-value-store-key.ts";
import { multitenantDistribution } from "./multitenant-distribution.ts";
import { originAccessControl } from "./origin-access-control.ts";
import { responseHeadersPolicy } from "./response-headers-policy.ts";
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
