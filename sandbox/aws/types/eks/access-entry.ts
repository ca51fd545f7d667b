import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { map, text, texts } from "../../values.ts";
import { requireCluster } from "./cluster-of.ts";

export const accessEntry = defineType({
  token: "aws:eks/accessEntry:AccessEntry",
  duplicateCode: "ResourceInUseException",
  updatedOutputs: ["modifiedAt"],
  defaults: { type: "STANDARD", kubernetesGroups: [] },
  check: (inputs) => {
    const group = texts(inputs, "kubernetesGroups").find((name) => name.startsWith("system:"));
    return when([
      group !== undefined,
      "kubernetesGroups",
      `api error InvalidParameterException: The kubernetes group name ${group ?? ""} is invalid, it cannot start with system:`,
    ]);
  },
  create: (inputs, account) => {
    const cluster = requireCluster(account, text(inputs, "clusterName"));
    if (text(map(cluster.computed, "accessConfig"), "authenticationMode") === "CONFIG_MAP") {
      throw new AwsError(
        "InvalidRequestException",
        "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
      );
    }
    const principal = text(inputs, "principalArn") ?? "";
    if (principal.includes(":role/")) requireRole(account, principal, "InvalidParameterException");
    const now = account.world.now().toISOString();
    const entry = arn(
      account,
      "eks",
      `access-entry/${cluster.id}/${principal.includes(":user/") ? "user" : "role"}/${account.accountId}/${principal.split("/").at(-1) ?? ""}/${hex(8)}`,
    );
    const computed = {
      accessEntryArn: entry,
      createdAt: now,
      modifiedAt: now,
      userName: text(inputs, "userName") ?? principal,
    };
    return { id: `${cluster.id}:${principal}`, arn: entry, computed };
  },
  update: (_row, news, account) => ({
    modifiedAt: account.world.now().toISOString(),
    ...(text(news, "userName") === undefined ? {} : { userName: text(news, "userName") }),
  }),
});
