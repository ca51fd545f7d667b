import type { PropertyMap } from "../../sandbox/provider/provider.ts";

type Make = (name: string, type: string, inputs: PropertyMap) => Promise<unknown>;
type Ids = Readonly<Record<string, string>>;

/** An AppConfig application with an environment, a profile and a version, two of each but the strategy. */
export async function makeConfigurations(make: Make, ids: Ids): Promise<void> {
  for (const name of ["app", "otherApp"]) await make(name, "aws:appconfig/application:Application", { name });
  const applicationId = ids["app"];
  for (const name of ["env", "otherEnv"])
    await make(name, "aws:appconfig/environment:Environment", { applicationId, name });
  for (const name of ["profile", "otherProfile"])
    await make(name, "aws:appconfig/configurationProfile:ConfigurationProfile", {
      applicationId,
      name,
      locationUri: "hosted",
    });
  await make("version", "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion", {
    applicationId,
    configurationProfileId: idIn(ids["profile"]),
    contentType: "application/json",
    content: "{}",
  });
  await make("strategy", "aws:appconfig/deploymentStrategy:DeploymentStrategy", {
    name: "strategy",
    deploymentDurationInMinutes: 0,
    growthFactor: 100,
    replicateTo: "NONE",
  });
}

/** The first part of `<id>:<application>`. */
export const idIn = (id: string | undefined): string => id?.split(":")[0] ?? "";

/** Two APIs; the first with a deployed method, a stage, keys and plans. */
export async function makeApis(make: Make, ids: Ids): Promise<void> {
  for (const name of ["api", "otherApi"]) await make(name, "aws:apigateway/restApi:RestApi", { name });
  const of = { restApi: ids["api"] };
  const root = { ...of, parentId: ids["apiRoot"] };
  for (const pathPart of ["one", "two", "three"])
    await make(`${pathPart}Path`, "aws:apigateway/resource:Resource", { ...root, pathPart });
  for (const path of ["onePath", "twoPath", "threePath"]) {
    const at = { ...of, resourceId: ids[path], httpMethod: "GET" };
    await make(`${path}Method`, "aws:apigateway/method:Method", { ...at, authorization: "NONE" });
    if (path === "onePath")
      await make("integration", "aws:apigateway/integration:Integration", { ...at, type: "MOCK" });
  }
}

/** What a stage and its plans need: run once the second method is integrated too. */
export async function makeStages(make: Make, ids: Ids): Promise<void> {
  const restApi = ids["otherApi"];
  await make("openPath", "aws:apigateway/resource:Resource", {
    restApi,
    parentId: ids["otherApiRoot"],
    pathPart: "open",
  });
  const at = { restApi, resourceId: ids["openPath"], httpMethod: "GET" };
  await make("openMethod", "aws:apigateway/method:Method", { ...at, authorization: "NONE" });
  await make("openIntegration", "aws:apigateway/integration:Integration", { ...at, type: "MOCK" });
  for (const name of ["deployment", "otherDeployment"])
    await make(name, "aws:apigateway/deployment:Deployment", { restApi });
  await make("stage", "aws:apigateway/stage:Stage", { restApi, stageName: "live", deployment: ids["deployment"] });
  for (const name of ["apiKey", "otherApiKey"]) await make(name, "aws:apigateway/apiKey:ApiKey", { name });
  for (const name of ["usagePlan", "otherUsagePlan"]) await make(name, "aws:apigateway/usagePlan:UsagePlan", { name });
}
