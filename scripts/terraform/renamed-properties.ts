import type { Renames } from "./match-names.ts";

/** The API that a resource of API Gateway belongs to: Pulumi takes the API or its id. */
const ofRestApi: Renames = { restApi: "rest_api_id" };

/** Inputs that Pulumi's provider names otherwise than by rule, by token; `null` where Terraform has no such argument. */
export const renamedProperties: Readonly<Record<string, Renames>> = {
  "aws:apigateway/basePathMapping:BasePathMapping": { restApi: "api_id" },
  "aws:apigateway/deployment:Deployment": ofRestApi,
  "aws:apigateway/integration:Integration": ofRestApi,
  "aws:apigateway/method:Method": ofRestApi,
  "aws:apigateway/methodResponse:MethodResponse": ofRestApi,
  "aws:apigateway/methodSettings:MethodSettings": ofRestApi,
  "aws:apigateway/requestValidator:RequestValidator": ofRestApi,
  "aws:apigateway/resource:Resource": ofRestApi,
  "aws:apigateway/stage:Stage": { ...ofRestApi, deployment: "deployment_id" },
  "aws:apigateway/vpcLink:VpcLink": { targetArn: "target_arns" },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { logGroup: "log_group_name" },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { name: "alarm_name" },
  "aws:eks/cluster:Cluster": { defaultAddonsToRemoves: null },
  "aws:lambda/function:Function": { name: "function_name", code: "filename" },
  "aws:lambda/permission:Permission": { function: "function_name" },
  "aws:sns/topicSubscription:TopicSubscription": { topic: "topic_arn" },
};
