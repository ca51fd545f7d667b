import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { findRow, type Row, rowsOf } from "../../rows.ts";
import { maps, text } from "../../values.ts";

const token = "aws:apigateway/usagePlanKey:UsagePlanKey";
const planType = "aws:apigateway/usagePlan:UsagePlan";

const stagesOf = (plan: Row): readonly string[] =>
  maps(plan.inputs, "apiStages").map((stage) => `${text(stage, "apiId") ?? ""}/${text(stage, "stage") ?? ""}`);

export const usagePlanKey = defineType({
  token,
  duplicateCode: "ConflictException",
  create: (inputs, account) => {
    const keyId = text(inputs, "keyId") ?? "";
    const planId = text(inputs, "usagePlanId") ?? "";
    const key = requireRow(
      account,
      "aws:apigateway/apiKey:ApiKey",
      keyId,
      "NotFoundException",
      `Invalid API Key identifier specified: ${keyId}`,
    );
    const plan = requireRow(
      account,
      planType,
      planId,
      "NotFoundException",
      `Invalid Usage Plan ID specified: ${planId}`,
    );
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
    const others = rowsOf(account, token)
      .filter((row) => row.inputs["keyId"] === keyId)
      .map((row) => findRow(account, planType, text(row.inputs, "usagePlanId") ?? ""));
    const taken = others.some((other) => other && stagesOf(other).some((stage) => stagesOf(plan).includes(stage)));
    if (taken) {
      throw new AwsError(
        "ConflictException",
        `API Key ${keyId} cannot be added to multiple usage plans that have a stage in common`,
      );
    }
    return { id: keyId, computed: { name: text(key.inputs, "name"), value: key.computed["value"] } };
  },
});
