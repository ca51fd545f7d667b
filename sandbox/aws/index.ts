export { awsCalls } from "./calls.ts";
export { listAwsResources } from "./existing.ts";
export { awsPackage } from "./package.ts";
