import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { dimensionProblem, targetToken } from "./target.ts";

/** Policy types by what they need; prediction is for ECS alone (`PutScalingPolicy`, `PolicyType`). */
function checkPolicy(inputs: PropertyMap): readonly CheckFailure[] {
  const type = text(inputs, "policyType") ?? "StepScaling";
  const tracking = map(inputs, "targetTrackingScalingPolicyConfiguration");
  const both = ["predefinedMetricSpecification", "customizedMetricSpecification"].filter(
    (name) => tracking[name] !== undefined,
  );
  return [
    ...dimensionProblem(inputs),
    ...when(
      [
        type === "PredictiveScaling" && text(inputs, "serviceNamespace") !== "ecs",
        "policyType",
        "api error ValidationException: PredictiveScaling is supported for the service namespace ecs only",
      ],
      [
        type === "TargetTrackingScaling" && inputs["targetTrackingScalingPolicyConfiguration"] === undefined,
        "targetTrackingScalingPolicyConfiguration",
        "api error ValidationException: a TargetTrackingScaling policy needs its configuration",
      ],
      [
        both.length > 1,
        "targetTrackingScalingPolicyConfiguration",
        "api error ValidationException: exactly one metric specification, predefined or customized, must be given",
      ],
    ),
  ];
}

/** @throws where nothing scalable is registered under the same id. */
function requireTarget(inputs: PropertyMap, account: Account): void {
  const same = ["serviceNamespace", "resourceId", "scalableDimension"];
  const found = rowsOf(account, targetToken).some((row) =>
    same.every((name) => text(row.inputs, name) === text(inputs, name)),
  );
  if (!found)
    throw new AwsError(
      "ObjectNotFoundException",
      `No scalable target registered for service namespace: ${text(inputs, "serviceNamespace") ?? ""}, resource ID: ${text(inputs, "resourceId") ?? ""}, scalable dimension: ${text(inputs, "scalableDimension") ?? ""}`,
    );
}

export const policy = defineType({
  token: "aws:appautoscaling/policy:Policy",
  replaces: ["name"],
  naming: { input: "name", maximumLength: 255 },
  duplicateCode: "ValidationException",
  defaults: { policyType: "StepScaling" },
  check: checkPolicy,
  create: (inputs, account) => {
    requireTarget(inputs, account);
    const name = text(inputs, "name") ?? "";
    const path = ["serviceNamespace", "resourceId"].map((input) => text(inputs, input)).join("/");
    return {
      id: name,
      arn: arn(account, "autoscaling", `scalingPolicy:${hex(36)}:resource/${path}:policyName/${name}`),
      computed: { alarmArns: [] },
    };
  },
  update: (_row, news, account) => {
    requireTarget(news, account);
    return {};
  },
});
