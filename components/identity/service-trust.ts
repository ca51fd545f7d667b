import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "./policy-document.ts";

/**
 * Trust in one AWS service, e.g. `rds.amazonaws.com`, acting for `accountId`.
 *
 * Without `accountId` any account's use of the service is trusted; only for services that send no source account.
 */
export function serviceTrust(service: string, accountId?: string): pulumi.Input<string> {
  return policyDocument([
    {
      Sid: "Service",
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(accountId === undefined ? {} : { Condition: { StringEquals: { "aws:SourceAccount": accountId } } }),
    },
  ]);
}
