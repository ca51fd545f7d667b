import type * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "./policy-document.ts";

/** How long an operator's session may last, in seconds: the least that IAM lets a role say. */
export const operatorSessionSeconds = 3600;

/** Seconds since the second factor was shown. */
const factorSeconds = 900;

export interface OperatorTrustArgs {
  readonly partition: string;
  /** Account in which the operators sign in; its own policies say who of them may. */
  readonly operatorAccountId: string;
  /** Namespace of the one tenant, or a pattern for those that an operator must choose among. */
  readonly namespace: string;
  /** ISO 8601; without it the role can be taken on at any time. */
  readonly window?: { readonly from: string; readonly until: string };
}

/**
 * Trust in persons: with a second factor shown just now, by their name (`sts:SourceIdentity` stays on every record of
 * the session, whatever role it goes on to), and for a tenant that is named as the session's tag.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export function operatorTrust(args: OperatorTrustArgs): pulumi.Input<string> {
  const { partition, operatorAccountId, namespace, window } = args;
  const statement: PolicyStatement = {
    Sid: "Operators",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${operatorAccountId}:root` },
    Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
    Condition: {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": `${factorSeconds}` },
      StringLike: { "sts:SourceIdentity": "?*", "aws:RequestTag/kubernetes-namespace": namespace },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["kubernetes-namespace"] },
      ...(window === undefined
        ? {}
        : {
            DateGreaterThan: { "aws:CurrentTime": window.from },
            DateLessThan: { "aws:CurrentTime": window.until },
          }),
    },
  };
  return policyDocument([statement]);
}
