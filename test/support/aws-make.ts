import type { PropertyMap } from "../../sandbox/provider/provider.ts";
import type { AwsClient } from "./aws-client.ts";

/** Makes a thing in an account and notes its id and ARN under a name. */
export type Make = (name: string, type: string, inputs: PropertyMap, from?: AwsClient) => Promise<PropertyMap>;
