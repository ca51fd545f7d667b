import type { TypeDefinition } from "../../define-type.ts";
import { identityProvider } from "./identity-provider.ts";
import { logDeliveryConfiguration } from "./log-delivery-configuration.ts";
import { riskConfiguration } from "./risk-configuration.ts";
import { userGroup } from "./user-group.ts";
import { userPool } from "./user-pool.ts";
import { userPoolClient } from "./user-pool-client.ts";
import { userPoolDomain } from "./user-pool-domain.ts";

export const cognitoTypes: readonly TypeDefinition[] = [
  identityProvider,
  logDeliveryConfiguration,
  riskConfiguration,
  userGroup,
  userPool,
  userPoolClient,
  userPoolDomain,
];
