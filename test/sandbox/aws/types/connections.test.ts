import { equal, rejects } from "node:assert/strict";
import { awsSurroundings } from "../../../support/aws-surroundings.ts";

const destination = (connectionArn: string | undefined) => ({
  name: "refused",
  connectionArn,
  invocationEndpoint: "https://hooks.acme.example/in",
  httpMethod: "POST",
});

describe("connections of the embedded account", () => {
  it("R-INT-6 refuses a destination whose connection does not exist, and takes one that does", async () => {
    const { client, ids } = await awsSurroundings();
    const type = "aws:cloudwatch/eventApiDestination:EventApiDestination";
    const missing = "arn:aws:events:eu-central-1:111122223333:connection/none/00000000-0000-4000-8000-000000000000";
    await rejects(client.create(type, destination(missing)), /ResourceNotFoundException/);
    equal((await client.create(type, destination(ids["connectionArn"]))).id, "refused");
  });

  it("R-INT-2 refuses a channel whose topic does not exist", async () => {
    const { client, ids } = await awsSurroundings();
    const type = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
    const channel = { iamRoleArn: ids["roleArn"], slackTeamId: "T1", slackChannelId: "C1" };
    const missing = "arn:aws:sns:eu-central-1:111122223333:none";
    await rejects(
      client.create(type, { ...channel, configurationName: "one", snsTopicArns: [missing] }),
      /InvalidParameterException/,
    );
    const taken = await client.create(type, { ...channel, configurationName: "one", snsTopicArns: [ids["topicArn"]] });
    equal(taken.id, "arn:aws:chatbot::111122223333:chat-configuration/slack-channel/one");
  });

  it("R-INT-1 refuses an identity provider in a pool that does not exist", async () => {
    const { client, ids } = await awsSurroundings();
    const type = "aws:cognito/identityProvider:IdentityProvider";
    const provider = {
      providerName: "okta",
      providerType: "SAML",
      providerDetails: { MetadataURL: "https://acme.okta.example/metadata" },
    };
    await rejects(client.create(type, { ...provider, userPoolId: "eu-central-1_none" }), /ResourceNotFoundException/);
    equal((await client.create(type, { ...provider, userPoolId: ids["userPool"] })).id, `${ids["userPool"]}:okta`);
  });
});
