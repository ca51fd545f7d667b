import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "./policy-document.ts";

/** Where sessions of a role may come from. */
export interface PodTrustArgs {
  readonly cell: CellReference;
  readonly clusterArn: pulumi.Input<string>;
  /** Pods of this namespace alone; without it, of every namespace of the cluster, each session tagged with its own. */
  readonly namespace?: string;
}

/**
 * Trust in EKS Pod Identity: pods of one cluster, with the session tags that policies are written against.
 *
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function podTrust({ cell, clusterArn, namespace }: PodTrustArgs): pulumi.Input<string> {
  const ofNamespace = namespace === undefined ? {} : { "aws:RequestTag/kubernetes-namespace": namespace };
  return policyDocument([
    {
      Sid: "PodsOfTheCluster",
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Condition: {
        StringEquals: { "aws:SourceAccount": cell.accountId, ...ofNamespace },
        ArnEquals: { "aws:SourceArn": clusterArn },
      },
    },
  ]);
}
