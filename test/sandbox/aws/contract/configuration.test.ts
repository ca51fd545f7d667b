import { idIn } from "../../../support/aws-api-surroundings.ts";
import { describeAwsContract } from "../../../support/aws-contract.ts";

const schema = (type: string) => [{ type: "JSON_SCHEMA", content: JSON.stringify({ type }) }];

describeAwsContract(
  [
    "aws:appconfig/application:Application",
    "aws:appconfig/environment:Environment",
    "aws:appconfig/configurationProfile:ConfigurationProfile",
    "aws:appconfig/deploymentStrategy:DeploymentStrategy",
    "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
    "aws:appconfig/deployment:Deployment",
  ],
  (ids) => {
    const applicationId = ids["app"];
    const other = { applicationId: ids["otherApp"] };
    const configurationProfileId = idIn(ids["profile"]);
    return [
      {
        token: "aws:appconfig/application:Application",
        good: { name: "one", tags: { a: "b" } },
        changed: { description: "one" },
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:appconfig/environment:Environment",
        good: { applicationId, name: "one", tags: { a: "b" } },
        changed: { description: "one" },
        replacing: other,
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:appconfig/configurationProfile:ConfigurationProfile",
        good: {
          applicationId,
          name: "one",
          locationUri: "hosted",
          kmsKeyIdentifier: ids["keyArn"],
          validators: schema("object"),
        },
        changed: { validators: schema("string"), kmsKeyIdentifier: ids["otherKeyArn"] },
        replacing: other,
        byHand: { property: "description", value: "by hand" },
      },
      {
        token: "aws:appconfig/deploymentStrategy:DeploymentStrategy",
        good: { name: "one", deploymentDurationInMinutes: 0, growthFactor: 100, replicateTo: "NONE" },
        changed: { deploymentDurationInMinutes: 10, growthFactor: 20 },
        replacing: { name: "two" },
        byHand: { property: "finalBakeTimeInMinutes", value: 10 },
      },
      {
        token: "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion",
        good: { applicationId, configurationProfileId, contentType: "application/json", content: "{}" },
        replacing: { content: '{"a":1}' },
      },
      {
        token: "aws:appconfig/deployment:Deployment",
        good: {
          applicationId,
          configurationProfileId,
          environmentId: idIn(ids["env"]),
          configurationVersion: "1",
          deploymentStrategyId: ids["strategy"],
          tags: { a: "b" },
        },
        changed: { tags: { a: "c" } },
        replacing: { environmentId: idIn(ids["otherEnv"]) },
        byHand: { property: "tags", value: { a: "by hand" } },
      },
    ];
  },
);
