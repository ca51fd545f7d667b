import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { awsCalls } from "../../../../sandbox/aws/index.ts";
import { idIn, makeConfigurations } from "../../../support/aws-api-surroundings.ts";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsWorld, awsWorld } from "../../../support/aws-world.ts";

const profileType = "aws:appconfig/configurationProfile:ConfigurationProfile";
const versionType = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
const deploymentType = "aws:appconfig/deployment:Deployment";

describe("AppConfig of the embedded account", () => {
  let world: AwsWorld;
  let client: AwsClient;
  const ids: Record<string, string> = {};
  beforeEach(async () => {
    world = awsWorld();
    client = await awsClient(world);
    await makeConfigurations(async (name, type, inputs) => {
      ids[name] = (await client.create(type, inputs)).id;
    }, ids);
  });
  const latest = (profile = "strict") =>
    awsCalls(world)["appconfig.getLatestConfiguration"]?.({ application: "app", environment: "env", profile });

  /** Publishes a content in a profile whose schema wants a number at `a`. */
  async function publish(content: string) {
    const applicationId = ids["app"];
    const schema = { type: "object", required: ["a"], properties: { a: { type: "number" } } };
    const validators = [{ type: "JSON_SCHEMA", content: JSON.stringify(schema) }];
    const profile = await client.create(profileType, {
      applicationId,
      name: "strict",
      locationUri: "hosted",
      validators,
    });
    const configurationProfileId = idIn(profile.id);
    const version = await client.create(versionType, {
      applicationId,
      configurationProfileId,
      contentType: "application/json",
      content,
    });
    const deployment = {
      applicationId,
      configurationProfileId,
      environmentId: idIn(ids["env"]),
      configurationVersion: String(version.outputs["versionNumber"]),
      deploymentStrategyId: ids["strategy"],
    };
    return { profile, version, deployment };
  }

  it("R-APP-2 hands out what was deployed last, and nothing before", async () => {
    const { deployment } = await publish('{"a":1}');
    throws(() => latest(), /nothing is deployed to env/);
    await client.create(deploymentType, deployment);
    equal(latest(), '{"a":1}');
    throws(() => latest("elsewhere"), /ResourceNotFoundException: .* elsewhere does not exist/);
  });

  it("R-APP-2 refuses to deploy what the profile's JSON Schema does not describe, and keeps the old", async () => {
    const { deployment } = await publish('{"a":"one"}');
    await rejects(client.create(deploymentType, deployment), /BadRequestException: Invalid configuration for profile/);
    throws(() => latest(), /nothing is deployed/);
  });

  it("refuses a version, a strategy, an environment and an application that do not exist", async () => {
    const { deployment } = await publish('{"a":1}');
    const refused: readonly (readonly [string, RegExp])[] = [
      ["configurationVersion", /Could not find configuration version/],
      ["deploymentStrategyId", /Could not find deployment strategy/],
      ["environmentId", /Could not find environment/],
      ["applicationId", /Could not find application/],
    ];
    for (const [name, reason] of refused) {
      await rejects(client.create(deploymentType, { ...deployment, [name]: "none000" }), reason);
    }
    await client.create(deploymentType, { ...deployment, deploymentStrategyId: "AppConfig.AllAtOnce" });
  });

  it("takes two validators of at most 32,768 characters of JSON", async () => {
    const good = {
      applicationId: ids["app"],
      name: "one",
      locationUri: "hosted",
      validators: [{ type: "JSON_SCHEMA", content: "{}" }],
    };
    const of = (content: string) => [{ type: "JSON_SCHEMA", content }];
    await refusesEach(client, profileType, good, [
      ["validators", [...of("{}"), ...of("{}"), ...of("{}")], /at most 2 validators, got 3/],
      ["validators", of(`"${"x".repeat(32_768)}"`), /at most 32768 characters, got 32770/],
      ["validators", of("{"), /is not valid JSON/],
    ]);
  });

  it("lets an application go after its environments and profiles, and a profile after its versions", async () => {
    const { profile, version } = await publish("{}");
    await rejects(client.delete(profile), /ConflictException: .* has 1 hosted configuration versions/);
    await client.delete(version);
    await client.delete(profile);
    const empty = await client.create("aws:appconfig/application:Application", { name: "empty" });
    const inside = await client.create("aws:appconfig/environment:Environment", { applicationId: empty.id, name: "e" });
    await rejects(client.delete(empty), /BadRequestException: Cannot delete application/);
    await client.delete(inside);
    await client.delete(empty);
    deepEqual(await client.read(empty), undefined);
  });
});
