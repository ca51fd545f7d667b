import { describeAwsContract } from "../../../support/aws-contract.ts";

const uuid = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;

describeAwsContract(
  [
    "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
    "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
    "aws:cloudwatch/eventConnection:EventConnection",
    "aws:cloudwatch/eventApiDestination:EventApiDestination",
    "aws:cognito/identityProvider:IdentityProvider",
  ],
  (ids) => [
    {
      token: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
      good: {
        configurationName: "one",
        iamRoleArn: ids["roleArn"],
        slackTeamId: "T0123ABCD",
        slackChannelId: "C0123ABCD",
        tags: { a: "b" },
      },
      changed: { snsTopicArns: [ids["topicArn"]] },
      replacing: { configurationName: "two" },
      byHand: { property: "loggingLevel", value: "INFO" },
    },
    {
      token: "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
      good: {
        configurationName: "one",
        iamRoleArn: ids["roleArn"],
        tenantId: uuid("1"),
        teamId: uuid("2"),
        channelId: "19%3aabc%40thread.tacv2",
        tags: { a: "b" },
      },
      changed: { snsTopicArns: [ids["topicArn"]] },
      replacing: { teamId: uuid("3") },
      byHand: { property: "loggingLevel", value: "INFO" },
    },
    {
      token: "aws:cloudwatch/eventConnection:EventConnection",
      good: {
        name: "one",
        authorizationType: "API_KEY",
        authParameters: { apiKey: { key: "Authorization", value: "shown" } },
      },
      changed: { description: "one" },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:cloudwatch/eventApiDestination:EventApiDestination",
      good: {
        name: "one",
        connectionArn: ids["connectionArn"],
        invocationEndpoint: "https://hooks.acme.example/in",
        httpMethod: "POST",
      },
      changed: { invocationRateLimitPerSecond: 1 },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:cognito/identityProvider:IdentityProvider",
      good: {
        userPoolId: ids["userPool"],
        providerName: "okta",
        providerType: "SAML",
        providerDetails: { MetadataURL: "https://acme.okta.example/metadata" },
      },
      changed: { attributeMapping: { email: "mail" } },
      replacing: { providerName: "auth0" },
      byHand: { property: "attributeMapping", value: { email: "other" } },
    },
  ],
);
