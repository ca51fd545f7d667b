import type { TypeDefinition } from "../../define-type.ts";
import { application } from "./application.ts";
import { configurationProfile } from "./configuration-profile.ts";
import { deployment } from "./deployment.ts";
import { deploymentStrategy } from "./deployment-strategy.ts";
import { environment } from "./environment.ts";
import { hostedConfigurationVersion } from "./hosted-configuration-version.ts";

export const appconfigTypes: readonly TypeDefinition[] = [
  application,
  configurationProfile,
  deployment,
  deploymentStrategy,
  environment,
  hostedConfigurationVersion,
];
