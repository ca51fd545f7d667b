import { arn, domainSuffix, hexOf, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon Cognito user pools. */
export const cognitoPredictions: ServicePredictions = {
  "aws:cognito/userPool:UserPool": {
    id: ({ region, urn }) => `${region}_${hexOf(urn, 9).toUpperCase()}`,
    outputs: (context, id) => ({
      name: nameFrom(context, "name"),
      arn: arn(context, "cognito-idp", `userpool/${id}`),
      endpoint: `cognito-idp.${context.region}.${domainSuffix(context)}/${id}`,
      creationDate: "2026-01-01T00:00:00Z",
      lastModifiedDate: "2026-01-01T00:00:00Z",
      customDomain: "",
      domain: "",
      estimatedNumberOfUsers: 0,
      ...tagsAll(context),
    }),
  },
  "aws:cognito/userPoolClient:UserPoolClient": {
    id: ({ urn }) => hexOf(urn, 26),
    outputs: (context) => ({ name: nameFrom(context, "name"), clientSecret: "" }),
  },
  "aws:cognito/identityProvider:IdentityProvider": {
    id: (context) => `${text(context, "userPoolId")}:${text(context, "providerName")}`,
  },
  "aws:cognito/userGroup:UserGroup": {
    id: (context) => `${text(context, "userPoolId")}/${nameFrom(context, "name")}`,
    outputs: (context) => ({ name: nameFrom(context, "name") }),
  },
  "aws:cognito/userPoolDomain:UserPoolDomain": {
    id: (context) => text(context, "domain"),
    outputs: ({ accountId, region, urn }) => {
      const distribution = `d${hexOf(urn, 13)}.cloudfront.net`;
      return {
        awsAccountId: accountId,
        cloudfrontDistribution: distribution,
        cloudfrontDistributionArn: distribution,
        cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
        s3Bucket: `aws-cognito-prod-${region}-assets`,
        version: "20260101000000000",
      };
    },
  },
  "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": { id: (context) => text(context, "userPoolId") },
  "aws:cognito/riskConfiguration:RiskConfiguration": { id: (context) => text(context, "userPoolId") },
};
