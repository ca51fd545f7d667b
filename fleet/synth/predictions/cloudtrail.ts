import { arn, nameFrom, type ServicePredictions, tagsAll } from "./prediction.ts";

/** AWS CloudTrail. */
export const cloudtrailPredictions: ServicePredictions = {
  "aws:cloudtrail/trail:Trail": {
    id: (context) => arn(context, "cloudtrail", `trail/${nameFrom(context, "name")}`),
    outputs: (context, id) => ({ arn: id, homeRegion: context.region, ...tagsAll(context) }),
  },
};
