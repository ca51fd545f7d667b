import {
  capitalsOf,
  hexOf,
  nameFrom,
  type PredictionContext,
  type ServicePredictions,
  tagsAll,
  text,
} from "./prediction.ts";

/** IAM is global: its ARNs have no Region. */
function iamArn(context: PredictionContext, kind: string, name: string): string {
  const path = text(context, "path") || "/";
  return `arn:${context.partition}:iam::${context.accountId}:${kind}${path}${name}`;
}

/** AWS Identity and Access Management. */
export const iamPredictions: ServicePredictions = {
  "aws:iam/role:Role": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: iamArn(context, "role", name),
      uniqueId: `AROA${capitalsOf(context.urn, 17)}`,
      createDate: "2026-01-01T00:00:00Z",
      ...tagsAll(context),
    }),
  },
  "aws:iam/policy:Policy": {
    id: (context) => iamArn(context, "policy", nameFrom(context, "name")),
    outputs: (context, arn) => ({
      name: nameFrom(context, "name"),
      arn,
      policyId: `ANPA${capitalsOf(context.urn, 17)}`,
      attachmentCount: 0,
      ...tagsAll(context),
    }),
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: iamArn(context, "instance-profile", name),
      uniqueId: `AIPA${capitalsOf(context.urn, 17)}`,
      createDate: "2026-01-01T00:00:00Z",
      ...tagsAll(context),
    }),
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    id: (context) =>
      `arn:${context.partition}:iam::${context.accountId}:oidc-provider/${text(context, "url").replace("https://", "")}`,
    outputs: (context, arn) => ({ arn, ...tagsAll(context) }),
  },
  "aws:iam/rolePolicy:RolePolicy": {
    id: (context) => `${text(context, "role")}:${nameFrom(context, "name")}`,
    outputs: (context) => ({ name: nameFrom(context, "name") }),
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    id: (context) => `${text(context, "role")}-${hexOf(context.urn, 26)}`,
  },
};
