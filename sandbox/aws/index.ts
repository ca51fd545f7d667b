export { awsCalls } from "./calls.ts";
export { type AwsResource, listAwsResources } from "./existing.ts";
export { awsPackage } from "./package.ts";
