import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownUsageStatement } from "../billing/usage-statements.ts";
import { ownConfigurationStatement } from "../configuration/configuration-statements.ts";
import { ownSecretsStatements } from "../secrets/secret-statements.ts";
import type { PolicyStatement } from "./policy-document.ts";

/** What a workload works with; each may hold IAM policy variables such as `${aws:PrincipalTag/kubernetes-namespace}`. */
export interface WorkloadReach {
  readonly cell: CellReference;
  readonly bucketName: string;
  /** Beginning of its log groups' names. */
  readonly logGroupPrefix: string;
  /** Beginning of its secrets' names. */
  readonly secretPrefix: string;
}

/** Its own bucket's objects and its own log groups, and nothing else. */
export function workloadReachStatements({
  cell,
  bucketName,
  logGroupPrefix,
  secretPrefix,
}: WorkloadReach): readonly PolicyStatement[] {
  const { partition, region, accountId } = cell;
  const bucketArn = `arn:${partition}:s3:::${bucketName}`;
  const logs = `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupPrefix}*`;
  return [
    { Sid: "OwnBucket", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: bucketArn },
    {
      Sid: "OwnObjects",
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      Resource: `${bucketArn}/*`,
    },
    {
      Sid: "OwnLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [logs, `${logs}:log-stream:*`],
    },
    ...ownSecretsStatements(cell, secretPrefix),
    ownConfigurationStatement(cell),
    ownUsageStatement(cell),
  ];
}
