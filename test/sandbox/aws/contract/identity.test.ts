import { describeAwsContract } from "../../../support/aws-contract.ts";
import { trust } from "../../../support/aws-surroundings.ts";

const allow = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

describeAwsContract(
  [
    "aws:iam/role:Role",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/policy:Policy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    "aws:iam/instanceProfile:InstanceProfile",
  ],
  (ids) => [
    {
      token: "aws:iam/role:Role",
      good: { name: "one", assumeRolePolicy: trust("eks.amazonaws.com"), tags: { a: "b" } },
      changed: { maxSessionDuration: 7200 },
      replacing: { name: "two" },
      byHand: { property: "assumeRolePolicy", value: trust("ec2.amazonaws.com") },
    },
    {
      token: "aws:iam/rolePolicy:RolePolicy",
      good: { role: ids["role"], name: "one", policy: allow("s3:GetObject") },
      changed: { policy: allow("s3:*") },
      replacing: { role: ids["otherRole"] },
      byHand: { property: "policy", value: allow("*") },
    },
    {
      token: "aws:iam/policy:Policy",
      good: { name: "one", policy: allow("s3:GetObject") },
      changed: { policy: allow("s3:*") },
      replacing: { name: "two" },
      byHand: { property: "policy", value: allow("*") },
    },
    {
      token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      good: { role: ids["role"], policyArn: ids["policyArn"] },
      replacing: { policyArn: ids["otherPolicyArn"] },
    },
    {
      token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      good: { url: "https://token.example.com", clientIdLists: ["sts.amazonaws.com"] },
      changed: { clientIdLists: ["other"] },
      replacing: { url: "https://other.example.com" },
      byHand: { property: "clientIdLists", value: ["by hand"] },
    },
    {
      token: "aws:iam/instanceProfile:InstanceProfile",
      good: { name: "one", role: ids["role"] },
      changed: { role: ids["otherRole"] },
      replacing: { name: "two" },
      byHand: { property: "role", value: "by-hand" },
    },
  ],
);
