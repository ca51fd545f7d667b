import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { defineType, when } from "../../define-type.ts";
import { maps, text } from "../../values.ts";
import { requireDetector } from "./detector.ts";

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html */
const features: Readonly<Record<string, readonly string[]>> = {
  S3_DATA_EVENTS: [],
  EKS_AUDIT_LOGS: [],
  EBS_MALWARE_PROTECTION: [],
  RDS_LOGIN_EVENTS: [],
  EKS_RUNTIME_MONITORING: ["EKS_ADDON_MANAGEMENT"],
  LAMBDA_NETWORK_LOGS: [],
  RUNTIME_MONITORING: ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
};
const statuses = ["ENABLED", "DISABLED"];

function checkFeature(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const status = text(inputs, "status");
  const further = name === undefined ? undefined : features[name];
  const odd = maps(inputs, "additionalConfigurations")
    .map((one) => text(one, "name") ?? "")
    .filter((one) => further !== undefined && !further.includes(one));
  return when(
    [inputs["name"] === undefined, "name", "Missing required argument: name has no value."],
    [
      name !== undefined && further === undefined,
      "name",
      `expected name to be one of [${Object.keys(features).join(" ")}], got ${name ?? ""}`,
    ],
    [
      status !== undefined && !statuses.includes(status),
      "status",
      `expected status to be one of [${statuses.join(" ")}], got ${status ?? ""}`,
    ],
    [
      odd.length > 0,
      "additionalConfigurations",
      `${name ?? ""} has no configuration ${odd.join(", ")}; it has ${further?.join(", ") || "none"}`,
    ],
  );
}

export const detectorFeature = defineType({
  token: "aws:guardduty/detectorFeature:DetectorFeature",
  replaces: ["detectorId", "name"],
  duplicateCode: "DetectorFeatureAlreadyDeclared",
  check: checkFeature,
  create: (inputs, account) => {
    const detectorId = text(inputs, "detectorId") ?? "";
    requireDetector(account, detectorId);
    return { id: `${detectorId}/${text(inputs, "name") ?? ""}` };
  },
});
