import { arn, capitalsOf, hexOf, nameFrom, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** Amazon Elastic Kubernetes Service. */
export const eksPredictions: ServicePredictions = {
  "aws:eks/cluster:Cluster": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => {
      const host = `${capitalsOf(context.urn, 32)}.gr7.${context.region}.eks.amazonaws.com`;
      const oidc = `https://oidc.eks.${context.region}.amazonaws.com/id/${capitalsOf(context.urn, 32)}`;
      return {
        name,
        arn: arn(context, "eks", `cluster/${name}`),
        endpoint: `https://${host}`,
        certificateAuthority: { data: Buffer.from(`predicted certificate authority of ${name}`).toString("base64") },
        identities: [{ oidcs: [{ issuer: oidc }] }],
        status: "ACTIVE",
        platformVersion: "eks.1",
        createdAt: "2026-01-01T00:00:00Z",
        vpcConfig: {
          ...(context.inputs["vpcConfig"] as Record<string, unknown> | undefined),
          clusterSecurityGroupId: `sg-${hexOf(context.urn, 17, "cluster")}`,
        },
        ...tagsAll(context),
      };
    },
  },
  "aws:eks/nodeGroup:NodeGroup": {
    id: (context) => `${text(context, "clusterName")}:${nameFrom(context, "nodeGroupName")}`,
    outputs: (context) => {
      const name = nameFrom(context, "nodeGroupName");
      return {
        arn: arn(context, "eks", `nodegroup/${text(context, "clusterName")}/${name}/${uuidOf(context.urn)}`),
        resources: [{ autoscalingGroups: [{ name: `eks-${name}-${uuidOf(context.urn)}` }] }],
        status: "ACTIVE",
        ...tagsAll(context),
      };
    },
  },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
    id: ({ urn }) => `a-${hexOf(urn, 17)}`,
    outputs: (context, id) => ({
      associationId: id,
      associationArn: arn(context, "eks", `podidentityassociation/${text(context, "clusterName")}/${id}`),
      ...tagsAll(context),
    }),
  },
  "aws:eks/accessEntry:AccessEntry": {
    id: (context) => `${text(context, "clusterName")}:${text(context, "principalArn")}`,
    outputs: (context) => ({
      accessEntryArn: arn(context, "eks", `access-entry/${text(context, "clusterName")}/${uuidOf(context.urn)}`),
      ...tagsAll(context),
    }),
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
    id: (context) => `${text(context, "clusterName")}#${text(context, "principalArn")}#${text(context, "policyArn")}`,
  },
  "aws:eks/addon:Addon": {
    id: (context) => `${text(context, "clusterName")}:${text(context, "addonName")}`,
    outputs: (context) => ({
      arn: arn(
        context,
        "eks",
        `addon/${text(context, "clusterName")}/${text(context, "addonName")}/${uuidOf(context.urn)}`,
      ),
      ...tagsAll(context),
    }),
  },
};
