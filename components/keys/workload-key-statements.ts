import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

/** What a workload encrypts: objects of one bucket, and data keys made out to its namespace. */
export interface WorkloadUse {
  readonly roleArn: pulumi.Input<string>;
  readonly namespace: string;
  readonly bucketName: string;
}

/**
 * The workload's role may use the key for its own bucket and with its own encryption context, in sessions of its own
 * namespace: a pool role serves many tenants, and only the session's tag tells them apart.
 */
export function workloadStatements(cell: CellReference, workload: WorkloadUse): readonly PolicyStatement[] {
  const Principal = { AWS: workload.roleArn };
  const Action = ["kms:Decrypt", "kms:GenerateDataKey"];
  const ofNamespace = { "aws:PrincipalTag/kubernetes-namespace": workload.namespace };
  return [
    {
      Sid: "WorkloadObjects",
      Effect: "Allow",
      Principal,
      Action,
      Resource: "*",
      Condition: {
        StringEquals: {
          ...ofNamespace,
          "kms:ViaService": `s3.${cell.region}.amazonaws.com`,
          "kms:EncryptionContext:aws:s3:arn": `arn:${cell.partition}:s3:::${workload.bucketName}`,
        },
      },
    },
    {
      Sid: "WorkloadConfiguration",
      Effect: "Allow",
      Principal,
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { ...ofNamespace, "kms:ViaService": `appconfig.${cell.region}.amazonaws.com` } },
    },
    {
      Sid: "WorkloadDataKeys",
      Effect: "Allow",
      Principal,
      Action,
      Resource: "*",
      Condition: { StringEquals: { ...ofNamespace, "kms:EncryptionContext:tenant": workload.namespace } },
    },
  ];
}
