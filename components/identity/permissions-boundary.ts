import { Policy } from "@pulumi/aws/iam/policy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { regionsOf } from "../../model/residency.ts";
import { anyUsageStatement } from "../billing/usage-statements.ts";
import { anyCacheStatement } from "../cache/cache-statements.ts";
import { anyConfigurationStatement } from "../configuration/configuration-statements.ts";
import { anyTokenStatement } from "../connections/token-statements.ts";
import { anySecretsStatement } from "../secrets/secret-statements.ts";
import { policyDocument } from "./policy-document.ts";

export interface PermissionsBoundaryArgs {
  readonly cell: CellReference;
  readonly namePrefix: string;
  readonly policyName: string;
}

/**
 * The most that any role of a tenant in a cell can ever do, whatever its own policy comes to say: data of this fleet,
 * in this account, in the cell's Region and its recovery Region. Costs nothing.
 */
export class PermissionsBoundary extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: PermissionsBoundaryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:PermissionsBoundary", name, {}, opts);
    const policy = new Policy(
      name,
      {
        name: args.policyName,
        description: `Bounds the roles of tenants in the cell ${args.cell.id}`,
        policy: boundaryOf(args),
      },
      { parent: this },
    );
    this.arn = policy.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** Kinds of Bedrock resources of the account that a tenant may call. */
const ownModelKinds = [
  "application-inference-profile",
  "custom-model-deployment",
  "guardrail",
  "imported-model",
  "provisioned-model",
];

function boundaryOf({ cell, namePrefix }: PermissionsBoundaryArgs): pulumi.Input<string> {
  const { partition, accountId } = cell;
  const regions = [...new Set([cell.region, cell.recoveryRegion])];
  const inRegions = { StringEquals: { "aws:RequestedRegion": regions } };
  return policyDocument([
    {
      Sid: "FleetBuckets",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject*", "s3:PutObject"],
      Resource: `arn:${partition}:s3:::${namePrefix}-tenant-*/*`,
      Condition: inRegions,
    },
    {
      Sid: "FleetBucketLists",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:Replicate*"],
      Resource: [`arn:${partition}:s3:::${namePrefix}-tenant-*`, `arn:${partition}:s3:::${namePrefix}-tenant-*/*`],
      Condition: inRegions,
    },
    {
      Sid: "FleetLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: `arn:${partition}:logs:*:${accountId}:log-group:/${namePrefix}/*`,
      Condition: inRegions,
    },
    anyConfigurationStatement(cell),
    anyUsageStatement(cell),
    anyCacheStatement(cell, namePrefix),
    anySecretsStatement(cell, namePrefix),
    anyTokenStatement(cell),
    {
      Sid: "Keys",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: `arn:${partition}:kms:*:${accountId}:key/*`,
      Condition: inRegions,
    },
    {
      Sid: "DatabaseUsers",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: `arn:${partition}:rds-db:*:${accountId}:dbuser:*/tenant-*`,
      Condition: inRegions,
    },
    {
      Sid: "Models",
      Effect: "Allow",
      Action: ["bedrock:ApplyGuardrail", "bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
      Resource: [
        `arn:${partition}:bedrock:*::foundation-model/*`,
        ...ownModelKinds.map((kind) => `arn:${partition}:bedrock:*:${accountId}:${kind}/*`),
      ],
      // One of Bedrock's profiles may send a call on to any Region of the residency.
      Condition: { StringEquals: { "aws:RequestedRegion": regionsOf(cell.residency) } },
    },
  ]);
}
