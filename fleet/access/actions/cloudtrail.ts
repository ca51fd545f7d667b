import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const trails = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:cloudtrail:${region}:${accountId}:trail/${namePrefix}-*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html */
export const cloudtrailAccess: AccessTable = {
  "aws:cloudtrail/trail:Trail": {
    actions: actionsOf(
      "cloudtrail",
      "CreateTrail UpdateTrail DeleteTrail DescribeTrails GetTrail GetTrailStatus StartLogging StopLogging GetEventSelectors PutEventSelectors AddTags RemoveTags ListTags",
    ),
    resources: trails,
  },
};
