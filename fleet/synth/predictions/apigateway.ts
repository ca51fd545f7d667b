import {
  arn,
  domainSuffix,
  hexOf,
  type PredictionContext,
  type ServicePredictions,
  tagsAll,
  text,
} from "./prediction.ts";

/** Ids of API Gateway have 6 or 10 characters, by the kind of thing. */
const idOf =
  (length: number) =>
  ({ urn }: PredictionContext) =>
    hexOf(urn, length);
const methodId = (prefix: string) => (context: PredictionContext) =>
  [prefix, text(context, "restApi"), text(context, "resourceId"), text(context, "httpMethod")].join("-");
const gatewayArn = ({ partition, region }: PredictionContext, path: string) =>
  `arn:${partition}:apigateway:${region}::${path}`;
const executionArn = (context: PredictionContext, api: string) => arn(context, "execute-api", api);

/** Amazon API Gateway, REST APIs. */
export const apigatewayPredictions: ServicePredictions = {
  "aws:apigateway/account:Account": { id: ({ accountId }) => accountId },
  "aws:apigateway/apiKey:ApiKey": {
    id: idOf(10),
    outputs: (context, id) => ({ arn: gatewayArn(context, `/apikeys/${id}`), ...tagsAll(context) }),
  },
  "aws:apigateway/deployment:Deployment": { id: idOf(6) },
  "aws:apigateway/integration:Integration": { id: methodId("agi") },
  "aws:apigateway/method:Method": { id: methodId("agm") },
  "aws:apigateway/methodSettings:MethodSettings": {
    id: (context) => ["restApi", "stageName", "methodPath"].map((property) => text(context, property)).join("-"),
  },
  "aws:apigateway/requestValidator:RequestValidator": { id: idOf(6) },
  "aws:apigateway/resource:Resource": { id: idOf(6) },
  "aws:apigateway/restApi:RestApi": {
    id: idOf(10),
    outputs: (context, id) => ({
      arn: gatewayArn(context, `/restapis/${id}`),
      executionArn: executionArn(context, id),
      rootResourceId: hexOf(context.urn, 10, "root"),
      ...tagsAll(context),
    }),
  },
  "aws:apigateway/stage:Stage": {
    id: (context) => `ags-${text(context, "restApi")}-${text(context, "stageName")}`,
    outputs: (context) => {
      const [api, stage] = [text(context, "restApi"), text(context, "stageName")];
      return {
        arn: gatewayArn(context, `/restapis/${api}/stages/${stage}`),
        executionArn: `${executionArn(context, api)}/${stage}`,
        invokeUrl: `https://${api}.execute-api.${context.region}.${domainSuffix(context)}/${stage}`,
        webAclArn: "",
        ...tagsAll(context),
      };
    },
  },
  "aws:apigateway/usagePlan:UsagePlan": {
    id: idOf(6),
    outputs: (context, id) => ({ arn: gatewayArn(context, `/usageplans/${id}`), ...tagsAll(context) }),
  },
  "aws:apigateway/usagePlanKey:UsagePlanKey": { id: (context) => text(context, "keyId") },
};
