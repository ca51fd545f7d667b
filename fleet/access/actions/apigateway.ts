import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

/** API Gateway's actions are HTTP's, and its ARNs name paths without an account; ids are made by the service. */
const verbs = actionsOf("apigateway", "GET POST PUT PATCH DELETE");
const at =
  (...paths: readonly string[]) =>
  ({ partition, region }: AccessScope) =>
    paths.map((path) => `arn:${partition}:apigateway:${region}::${path}`);
const tags = "/tags/*";
const apis = { actions: verbs, resources: at("/restapis", "/restapis/*", tags) };
const plans = { actions: verbs, resources: at("/usageplans", "/usageplans/*", tags) };

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const apigatewayAccess: AccessTable = {
  "aws:apigateway/account:Account": {
    actions: [...actionsOf("apigateway", "GET PATCH")],
    resources: at("/account"),
  },
  "aws:apigateway/apiKey:ApiKey": { actions: verbs, resources: at("/apikeys", "/apikeys/*", tags) },
  "aws:apigateway/deployment:Deployment": apis,
  "aws:apigateway/integration:Integration": apis,
  "aws:apigateway/method:Method": apis,
  "aws:apigateway/methodSettings:MethodSettings": apis,
  "aws:apigateway/requestValidator:RequestValidator": apis,
  "aws:apigateway/resource:Resource": apis,
  "aws:apigateway/restApi:RestApi": {
    actions: [...verbs, "apigateway:UpdateRestApiPolicy"],
    resources: apis.resources,
  },
  "aws:apigateway/stage:Stage": apis,
  "aws:apigateway/usagePlan:UsagePlan": plans,
  "aws:apigateway/usagePlanKey:UsagePlanKey": plans,
};
