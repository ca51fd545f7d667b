import { arn, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon ElastiCache. */
export const elasticachePredictions: ServicePredictions = {
  "aws:elasticache/serverlessCache:ServerlessCache": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, id) => {
      const address = `${id}-${context.accountId.slice(-6)}.serverless.${context.region}.cache.amazonaws.com`;
      return {
        arn: arn(context, "elasticache", `serverlesscache:${id}`),
        endpoints: [{ address, port: 6379 }],
        readerEndpoints: [{ address, port: 6380 }],
        ...tagsAll(context),
      };
    },
  },
  "aws:elasticache/user:User": {
    id: (context) => text(context, "userId"),
    outputs: (context, id) => ({ arn: arn(context, "elasticache", `user:${id}`), ...tagsAll(context) }),
  },
  "aws:elasticache/userGroup:UserGroup": {
    id: (context) => text(context, "userGroupId"),
    outputs: (context, id) => ({ arn: arn(context, "elasticache", `usergroup:${id}`), ...tagsAll(context) }),
  },
  "aws:elasticache/userGroupAssociation:UserGroupAssociation": {
    id: (context) => `${text(context, "userGroupId")},${text(context, "userId")}`,
  },
};
