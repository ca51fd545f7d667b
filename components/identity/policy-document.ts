import type * as pulumi from "@pulumi/pulumi";
import { jsonText } from "../json-text.ts";

/** One statement of an IAM, key or bucket policy. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: pulumi.Input<Record<string, pulumi.Input<string> | readonly string[]>>;
  readonly Action: string | readonly string[];
  /** Absent in a trust policy, whose resource is the role itself. */
  readonly Resource?: pulumi.Input<string> | readonly pulumi.Input<string>[];
  /** Operator → condition key → accepted values. */
  readonly Condition?: Record<string, Record<string, pulumi.Input<string> | readonly pulumi.Input<string>[]>>;
}

/** A policy in the JSON text that IAM, KMS and S3 take. */
export function policyDocument(statements: readonly PolicyStatement[]): pulumi.Input<string> {
  return jsonText({ Version: "2012-10-17", Statement: [...statements] });
}
