import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

/** Ids are made by the service, so nothing narrower than the kind of resource can be named. */
const inApplications = ({ partition, region, accountId }: AccessScope) => [
  `arn:${partition}:appconfig:${region}:${accountId}:application/*`,
];
const strategies = ({ partition, region, accountId }: AccessScope) => [
  `arn:${partition}:appconfig:${region}:${accountId}:deploymentstrategy/*`,
];
const startsDeployments = (scope: AccessScope) => [...inApplications(scope), ...strategies(scope)];
const tagging = "TagResource UntagResource ListTagsForResource";
const named = (kind: string) =>
  actionsOf("appconfig", `Create${kind} Get${kind} Update${kind} Delete${kind} ${tagging}`);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsappconfig.html */
export const appconfigAccess: AccessTable = {
  "aws:appconfig/application:Application": { actions: named("Application"), resources: inApplications },
  "aws:appconfig/environment:Environment": { actions: named("Environment"), resources: inApplications },
  "aws:appconfig/configurationProfile:ConfigurationProfile": {
    actions: [...named("ConfigurationProfile"), "appconfig:ValidateConfiguration"],
    resources: inApplications,
  },
  "aws:appconfig/deploymentStrategy:DeploymentStrategy": {
    actions: named("DeploymentStrategy"),
    resources: strategies,
  },
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": {
    actions: actionsOf(
      "appconfig",
      "CreateHostedConfigurationVersion GetHostedConfigurationVersion DeleteHostedConfigurationVersion",
    ),
    resources: inApplications,
  },
  "aws:appconfig/deployment:Deployment": {
    actions: actionsOf("appconfig", `StartDeployment GetDeployment StopDeployment ${tagging}`),
    resources: startsDeployments,
  },
};
