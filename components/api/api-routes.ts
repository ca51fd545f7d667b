import { Deployment } from "@pulumi/aws/apigateway/deployment.js";
import { Integration } from "@pulumi/aws/apigateway/integration.js";
import { Method } from "@pulumi/aws/apigateway/method.js";
import { RequestValidator } from "@pulumi/aws/apigateway/requestValidator.js";
import { Resource } from "@pulumi/aws/apigateway/resource.js";
import type { RestApi } from "@pulumi/aws/apigateway/restApi.js";
import type * as pulumi from "@pulumi/pulumi";
import type { CellApiPlan } from "../../model/plan/api-plan.ts";

/** API Gateway ends a request that takes longer; the longest that it allows without a raised quota. */
const timeoutMilliseconds = 29_000;

/**
 * `/<tenant>/<path>`: whoever comes with a key is handed on to the tenant's own host, over TLS with a verified name.
 *
 * A key tells which tenant's limits count; it opens nothing. The tenant's application authenticates the caller.
 */
export function apiRoutes(
  name: string,
  { plan, api }: { readonly plan: CellApiPlan; readonly api: RestApi },
  opts: pulumi.CustomResourceOptions,
): Deployment {
  const restApi = api.id;
  const validator = new RequestValidator(
    `${name}-validator`,
    { restApi, name: "parameters", validateRequestParameters: true, validateRequestBody: true },
    opts,
  );
  const tenant = new Resource(`${name}-tenant`, { restApi, parentId: api.rootResourceId, pathPart: "{tenant}" }, opts);
  const proxy = new Resource(`${name}-path`, { restApi, parentId: tenant.id, pathPart: "{proxy+}" }, opts);
  const at = { restApi, resourceId: proxy.id, httpMethod: "ANY" };
  const method = new Method(
    `${name}-method`,
    {
      ...at,
      authorization: "NONE",
      apiKeyRequired: true,
      requestValidatorId: validator.id,
      requestParameters: { "method.request.path.tenant": true, "method.request.path.proxy": true },
    },
    opts,
  );
  const integration = new Integration(
    `${name}-integration`,
    {
      ...at,
      type: "HTTP_PROXY",
      integrationHttpMethod: "ANY",
      uri: `${plan.tenantOrigin}/{proxy}`,
      requestParameters: {
        "integration.request.path.tenant": "method.request.path.tenant",
        "integration.request.path.proxy": "method.request.path.proxy",
      },
      timeoutMilliseconds,
    },
    { ...opts, dependsOn: method },
  );
  // A deployment is a copy of the routes; what they lead to has to change it.
  return new Deployment(
    name,
    { restApi, triggers: { origin: plan.tenantOrigin } },
    { ...opts, dependsOn: [method, integration] },
  );
}
