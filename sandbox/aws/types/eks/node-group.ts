import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { findRow } from "../../rows.ts";
import { map, number, text, texts } from "../../values.ts";
import { requireSubnets } from "../ec2/subnet.ts";
import { requireCluster } from "./cluster-of.ts";

/** A record only: no kubelet runs, so no node ever joins the cluster. */
export const nodeGroup = defineType({
  token: "aws:eks/nodeGroup:NodeGroup",
  naming: { input: "nodeGroupName", maximumLength: 63 },
  duplicateCode: "ResourceInUseException",
  defaults: {
    amiType: "AL2023_x86_64_STANDARD",
    capacityType: "ON_DEMAND",
    diskSize: 20,
    instanceTypes: ["t3.medium"],
  },
  check: (inputs) => {
    const scaling = map(inputs, "scalingConfig");
    const [least, wanted, most] = ["minSize", "desiredSize", "maxSize"].map((name) => number(scaling, name));
    const update = map(inputs, "updateConfig");
    return when(
      [
        least !== undefined && wanted !== undefined && wanted < least,
        "scalingConfig",
        `api error InvalidParameterException: desired capacity ${wanted ?? ""} can't be less than minimum size ${least ?? ""}`,
      ],
      [
        most !== undefined && wanted !== undefined && wanted > most,
        "scalingConfig",
        `api error InvalidParameterException: desired capacity ${wanted ?? ""} can't be greater than max size ${most ?? ""}`,
      ],
      [
        most !== undefined && most < 1,
        "scalingConfig",
        "api error InvalidParameterException: maxSize must be at least 1",
      ],
      [
        update["maxUnavailable"] !== undefined && update["maxUnavailablePercentage"] !== undefined,
        "updateConfig",
        "api error InvalidParameterException: maxUnavailable and maxUnavailablePercentage exclude each other",
      ],
    );
  },
  create: (inputs, account) => {
    const name =
      text(inputs, "nodeGroupName") ?? prefixedName(text(inputs, "nodeGroupNamePrefix") ?? "", account.world.now());
    const clusterName = text(inputs, "clusterName") ?? "";
    const cluster = requireCluster(account, clusterName);
    requireRole(account, text(inputs, "nodeRoleArn"), "InvalidParameterException");
    requireSubnets(account, texts(inputs, "subnetIds"), "InvalidParameterException");
    requireTemplate(account, map(inputs, "launchTemplate"));
    const version = text(inputs, "version") ?? text(cluster.inputs, "version") ?? "1.34";
    const computed = {
      nodeGroupName: name,
      status: "ACTIVE",
      version,
      releaseVersion: text(inputs, "releaseVersion") ?? `${version}.0-20260101`,
      resources: [{ autoscalingGroups: [{ name: `eks-${name}` }], remoteAccessSecurityGroupId: "" }],
      updateConfig: inputs["updateConfig"] ?? { maxUnavailable: 1 },
    };
    return {
      id: `${clusterName}:${name}`,
      arn: arn(account, "eks", `nodegroup/${clusterName}/${name}`),
      state: "ACTIVE",
      computed,
    };
  },
  update: (_row, news, account) => {
    requireTemplate(account, map(news, "launchTemplate"));
    return { updateConfig: news["updateConfig"] ?? { maxUnavailable: 1 } };
  },
});

function requireTemplate(account: Account, template: PropertyMap): void {
  const id = text(template, "id");
  if (id !== undefined && !findRow(account, "aws:ec2/launchTemplate:LaunchTemplate", id)) {
    throw new AwsError("InvalidParameterException", `The launch template ${id} does not exist`);
  }
}
