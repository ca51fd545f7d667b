import { describeAwsContract } from "../../../support/aws-contract.ts";

const log = (eventSource: string, logLevel: string, logGroupArn: string | undefined) => ({
  eventSource,
  logLevel,
  cloudWatchLogsConfiguration: { logGroupArn },
});

describeAwsContract(
  [
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
    "aws:cognito/riskConfiguration:RiskConfiguration",
    "aws:cognito/userGroup:UserGroup",
    "aws:cognito/userPool:UserPool",
    "aws:cognito/userPoolClient:UserPoolClient",
    "aws:cognito/userPoolDomain:UserPoolDomain",
    "aws:sesv2/emailIdentity:EmailIdentity",
  ],
  (ids) => [
    {
      token: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
      good: { userPoolId: ids["userPool"], logConfigurations: [log("userAuthEvents", "INFO", ids["logsArn"])] },
      changed: { logConfigurations: [log("userNotification", "ERROR", ids["logsArn"])] },
      replacing: { userPoolId: ids["otherUserPool"] },
      byHand: { property: "logConfigurations", value: [] },
    },
    {
      token: "aws:cognito/riskConfiguration:RiskConfiguration",
      good: {
        userPoolId: ids["userPool"],
        compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
      },
      changed: { compromisedCredentialsRiskConfiguration: { actions: { eventAction: "NO_ACTION" } } },
      replacing: { userPoolId: ids["otherUserPool"] },
      byHand: { property: "compromisedCredentialsRiskConfiguration", value: { actions: { eventAction: "NO_ACTION" } } },
    },
    {
      token: "aws:cognito/userGroup:UserGroup",
      good: { userPoolId: ids["userPool"], name: "admin", precedence: 0 },
      changed: { precedence: 5 },
      replacing: { name: "member" },
      byHand: { property: "precedence", value: 9 },
    },
    {
      token: "aws:cognito/userPool:UserPool",
      good: { name: "one", passwordPolicy: { minimumLength: 12 }, tags: { a: "b" } },
      changed: { passwordPolicy: { minimumLength: 14 } },
      replacing: { name: "two" },
      byHand: { property: "passwordPolicy", value: { minimumLength: 6 } },
    },
    {
      token: "aws:cognito/userPoolClient:UserPoolClient",
      good: { userPoolId: ids["userPool"], name: "app", accessTokenValidity: 1 },
      changed: { accessTokenValidity: 2 },
      replacing: { generateSecret: true },
      byHand: { property: "accessTokenValidity", value: 24 },
    },
    {
      token: "aws:cognito/userPoolDomain:UserPoolDomain",
      good: { userPoolId: ids["userPool"], domain: "t-1" },
      // A pool has one prefix: the new one is another pool's.
      replacing: { userPoolId: ids["otherUserPool"], domain: "t-2" },
    },
    {
      token: "aws:sesv2/emailIdentity:EmailIdentity",
      good: { emailIdentity: "app.example", tags: { a: "b" } },
      changed: { tags: { a: "c" } },
      replacing: { emailIdentity: "other.example" },
    },
  ],
);
