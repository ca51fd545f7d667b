import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { map, text, texts } from "../../values.ts";
import { requireCluster } from "./cluster-of.ts";

export const accessPolicyAssociation = defineType({
  token: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  replaces: ["clusterName", "principalArn", "policyArn", "accessScope"],
  duplicateCode: "ResourceInUseException",
  check: (inputs) => {
    const policy = text(inputs, "policyArn");
    const scope = map(inputs, "accessScope");
    const namespaces = texts(scope, "namespaces").length;
    return when(
      [
        policy !== undefined && !/^arn:[\w-]+:eks::aws:cluster-access-policy\/\w+$/.test(policy),
        "policyArn",
        `api error InvalidParameterException: The policyArn parameter format is not valid: ${policy ?? ""}`,
      ],
      [
        text(scope, "type") === "namespace" && scope["namespaces"] === undefined,
        "accessScope",
        "api error InvalidParameterException: accessScope of type namespace needs namespaces",
      ],
      [
        text(scope, "type") === "cluster" && namespaces > 0,
        "accessScope",
        "api error InvalidParameterException: accessScope of type cluster takes no namespaces",
      ],
    );
  },
  create: (inputs, account) => {
    const cluster = requireCluster(account, text(inputs, "clusterName"));
    const principal = text(inputs, "principalArn") ?? "";
    requireRow(
      account,
      "aws:eks/accessEntry:AccessEntry",
      `${cluster.id}:${principal}`,
      "ResourceNotFoundException",
      `The specified principalArn could not be found: ${principal} has no access entry in ${cluster.id}.`,
    );
    const now = account.world.now().toISOString();
    return {
      id: `${cluster.id}#${principal}#${text(inputs, "policyArn") ?? ""}`,
      computed: { associatedAt: now, modifiedAt: now },
    };
  },
});
