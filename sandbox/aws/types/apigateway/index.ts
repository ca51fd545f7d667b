import type { TypeDefinition } from "../../define-type.ts";
import { account } from "./account.ts";
import { apiKey } from "./api-key.ts";
import { deployment } from "./deployment.ts";
import { integration } from "./integration.ts";
import { method } from "./method.ts";
import { methodSettings } from "./method-settings.ts";
import { requestValidator } from "./request-validator.ts";
import { resource } from "./resource.ts";
import { restApi } from "./rest-api.ts";
import { stage } from "./stage.ts";
import { usagePlan } from "./usage-plan.ts";
import { usagePlanKey } from "./usage-plan-key.ts";

export const apigatewayTypes: readonly TypeDefinition[] = [
  account,
  apiKey,
  deployment,
  integration,
  method,
  methodSettings,
  requestValidator,
  resource,
  restApi,
  stage,
  usagePlan,
  usagePlanKey,
];
