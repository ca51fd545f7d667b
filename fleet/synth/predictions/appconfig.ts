import { arn, hexOf, type PredictionContext, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** An id as AppConfig makes it, of 7 characters. */
const idOf = ({ urn }: PredictionContext) => hexOf(urn, 7);
const first = (id: string) => id.split(":")[0] ?? "";
const inApplication = (context: PredictionContext, path: string) =>
  arn(context, "appconfig", `application/${text(context, "applicationId")}/${path}`);

/** AWS AppConfig. */
export const appconfigPredictions: ServicePredictions = {
  "aws:appconfig/application:Application": {
    id: idOf,
    outputs: (context, id) => ({ arn: arn(context, "appconfig", `application/${id}`), ...tagsAll(context) }),
  },
  "aws:appconfig/environment:Environment": {
    id: (context) => `${idOf(context)}:${text(context, "applicationId")}`,
    outputs: (context, id) => ({
      arn: inApplication(context, `environment/${first(id)}`),
      environmentId: first(id),
      state: "READY_FOR_DEPLOYMENT",
      ...tagsAll(context),
    }),
  },
  "aws:appconfig/configurationProfile:ConfigurationProfile": {
    id: (context) => `${idOf(context)}:${text(context, "applicationId")}`,
    outputs: (context, id) => ({
      arn: inApplication(context, `configurationprofile/${first(id)}`),
      configurationProfileId: first(id),
      ...tagsAll(context),
    }),
  },
  "aws:appconfig/deploymentStrategy:DeploymentStrategy": {
    id: idOf,
    outputs: (context, id) => ({ arn: arn(context, "appconfig", `deploymentstrategy/${id}`), ...tagsAll(context) }),
  },
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": {
    id: (context) => `${text(context, "applicationId")}/${text(context, "configurationProfileId")}/1`,
    outputs: (context) => ({
      arn: inApplication(
        context,
        `configurationprofile/${text(context, "configurationProfileId")}/hostedconfigurationversion/1`,
      ),
      versionNumber: 1,
    }),
  },
  "aws:appconfig/deployment:Deployment": {
    id: (context) => `${text(context, "applicationId")}/${text(context, "environmentId")}/1`,
    outputs: (context) => ({
      arn: inApplication(context, `environment/${text(context, "environmentId")}/deployment/1`),
      deploymentNumber: 1,
      state: "COMPLETE",
      kmsKeyArn: text(context, "kmsKeyIdentifier"),
      ...tagsAll(context),
    }),
  },
};
