import { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import type { Retention } from "../retention.ts";

export interface TenantSecretArgs {
  /** `<prefix>/<namespace>/<secret>`: `tenantNames(…).secret(name)` of `model/naming.ts`. */
  readonly secretName: string;
  /** What it is for, without a value or an address: anybody who lists secrets reads it. */
  readonly description: string;
  /** The tenant's Kubernetes namespace: sessions and roles tagged with it may read. */
  readonly namespace: string;
  /** The tenant's key where it has one, else the cell's. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Roles that may read the value: the workload's, and e.g. one that delivers the tenant's events. */
  readonly readerRoleArns: readonly pulumi.Input<string>[];
  readonly retention: Retention;
}

/** Days in which a deleted secret can be restored; the least that Secrets Manager knows beside none. */
const recoveryWindowDays = 7;

/**
 * A secret of one tenant, without a value: whoever owns the value puts it (`aws secretsmanager put-secret-value`), so
 * that it is in no file, plan or state. Only the named roles read it, in sessions of the tenant's namespace.
 *
 * Costs 0.40 USD a month. Not protected: a reference taken out of the tenant's file takes the secret out as well, and
 * Secrets Manager keeps it, and its name, for seven days.
 */
export class TenantSecret extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly secretName: pulumi.Output<string>;

  constructor(name: string, args: TenantSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantSecret", name, {}, opts);
    const secret = new Secret(
      name,
      {
        name: args.secretName,
        description: args.description,
        kmsKeyId: args.kmsKeyArn,
        policy: policyDocument(readingStatements(args)),
        recoveryWindowInDays: args.retention === "discarded" ? 0 : recoveryWindowDays,
      },
      { parent: this },
    );
    this.arn = secret.arn;
    this.secretName = secret.name;
    this.registerOutputs({ arn: this.arn, secretName: this.secretName });
  }
}

/**
 * Denies reading to everybody else, whatever their own policies say: a role that is not named, or one that serves many
 * tenants in a session of another. AWS services that read for their caller come with the caller's own permissions.
 *
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 */
function readingStatements({ namespace, readerRoleArns }: TenantSecretArgs): readonly PolicyStatement[] {
  const denied = {
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
    Resource: "*",
  } as const;
  return [
    {
      ...denied,
      Sid: "OtherRoles",
      Condition: {
        ArnNotEquals: { "aws:PrincipalArn": readerRoleArns },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    },
    {
      ...denied,
      Sid: "OtherNamespaces",
      Condition: {
        StringNotEquals: { "aws:PrincipalTag/kubernetes-namespace": namespace },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    },
  ];
}
