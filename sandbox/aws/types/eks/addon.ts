import { arn } from "../../account.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { text } from "../../values.ts";
import { requireCluster } from "./cluster-of.ts";

/** A record only: what an add-on would install is not run here. */
export const addon = defineType({
  token: "aws:eks/addon:Addon",
  duplicateCode: "ResourceInUseException",
  updatedOutputs: ["modifiedAt"],
  create: (inputs, account) => {
    const { clusterName, addonName } = {
      clusterName: text(inputs, "clusterName") ?? "",
      addonName: text(inputs, "addonName") ?? "",
    };
    requireCluster(account, clusterName);
    requireRole(account, text(inputs, "serviceAccountRoleArn"), "InvalidParameterException");
    const now = account.world.now().toISOString();
    const computed = {
      addonVersion: text(inputs, "addonVersion") ?? "v1.0.0-eksbuild.1",
      createdAt: now,
      modifiedAt: now,
    };
    return {
      id: `${clusterName}:${addonName}`,
      arn: arn(account, "eks", `addon/${clusterName}/${addonName}/${hex(8)}`),
      state: "ACTIVE",
      computed,
    };
  },
  update: (_row, news, account) => {
    requireRole(account, text(news, "serviceAccountRoleArn"), "InvalidParameterException");
    return { modifiedAt: account.world.now().toISOString() };
  },
});
