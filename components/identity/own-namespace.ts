/** IAM policy variable: the session's own namespace, set by EKS Pod Identity and by nobody else. */
export const ownNamespace = "$" + "{aws:PrincipalTag/kubernetes-namespace}";
