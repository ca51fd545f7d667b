import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const of =
  (...kinds: readonly string[]) =>
  ({ partition, region, accountId, namePrefix }: AccessScope) =>
    kinds.map((kind) => `arn:${partition}:eks:${region}:${accountId}:${kind}/${namePrefix}-*`);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html */
export const eksAccess: AccessTable = {
  "aws:eks/cluster:Cluster": {
    actions: actionsOf(
      "eks",
      "CreateCluster DescribeCluster UpdateClusterConfig UpdateClusterVersion DescribeUpdate DeleteCluster TagResource UntagResource",
    ),
    resources: of("cluster"),
  },
  "aws:eks/nodeGroup:NodeGroup": {
    actions: actionsOf(
      "eks",
      "CreateNodegroup DescribeNodegroup UpdateNodegroupConfig UpdateNodegroupVersion DescribeUpdate DeleteNodegroup TagResource UntagResource",
    ),
    resources: of("cluster", "nodegroup"),
  },
  "aws:eks/addon:Addon": {
    actions: actionsOf(
      "eks",
      "CreateAddon DescribeAddon UpdateAddon DescribeUpdate DeleteAddon TagResource UntagResource",
    ),
    resources: of("cluster", "addon"),
  },
  "aws:eks/accessEntry:AccessEntry": {
    actions: actionsOf(
      "eks",
      "CreateAccessEntry DescribeAccessEntry UpdateAccessEntry DeleteAccessEntry TagResource UntagResource",
    ),
    resources: of("cluster", "access-entry"),
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
    actions: actionsOf("eks", "AssociateAccessPolicy DisassociateAccessPolicy ListAssociatedAccessPolicies"),
    resources: of("cluster", "access-entry"),
  },
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
    actions: actionsOf(
      "eks",
      "CreatePodIdentityAssociation DescribePodIdentityAssociation UpdatePodIdentityAssociation DeletePodIdentityAssociation ListPodIdentityAssociations TagResource UntagResource",
    ),
    resources: of("cluster", "podidentityassociation"),
  },
};
