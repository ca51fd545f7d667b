import { describeAwsContract } from "../../../support/aws-contract.ts";

describeAwsContract(["aws:cloudtrail/trail:Trail"], (ids) => [
  {
    token: "aws:cloudtrail/trail:Trail",
    good: { name: "one", s3BucketName: ids["trailBucket"], enableLogFileValidation: true, tags: { a: "b" } },
    changed: { isMultiRegionTrail: true },
    replacing: { name: "two" },
    byHand: { property: "enableLogging", value: false },
  },
]);
