import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../identity/policy-document.ts";

/** Refuses whoever comes without TLS, or with a version older than 1.2. */
export function tlsOnlyStatements(
  bucketArn: pulumi.Input<string>,
  objectsArn: pulumi.Input<string>,
): readonly PolicyStatement[] {
  const everybody = {
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: "s3:*",
    Resource: [bucketArn, objectsArn],
  } as const;
  return [
    { Sid: "TlsOnly", ...everybody, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "TlsVersion", ...everybody, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}
