import { randomUUID } from "node:crypto";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
/** https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html: custom monitors of an account. */
const mostCustom = 500;

function isJson(content: string): boolean {
  try {
    JSON.parse(content);
    return true;
  } catch {
    // Said by the caller as the provider says it.
    return false;
  }
}

export const anomalyMonitor = defineType({
  token,
  naming: { input: "name", maximumLength: 1024 },
  global: true,
  check: (inputs) => {
    const [type, specification] = [text(inputs, "monitorType"), text(inputs, "monitorSpecification")];
    return when(
      [
        type === "CUSTOM" && inputs["monitorSpecification"] === undefined,
        "monitorSpecification",
        "api error ValidationException: a monitor of type CUSTOM needs a monitorSpecification",
      ],
      [
        type === "DIMENSIONAL" && inputs["monitorDimension"] === undefined,
        "monitorDimension",
        "api error ValidationException: a monitor of type DIMENSIONAL needs a monitorDimension",
      ],
      [
        specification !== undefined && !isJson(specification),
        "monitorSpecification",
        `"monitorSpecification" contains an invalid JSON: ${specification ?? ""}`,
      ],
    );
  },
  create: (inputs, account) => {
    const others = rowsOf(account, token).filter((row) => row.inputs["monitorType"] === inputs["monitorType"]);
    if (inputs["monitorType"] === "DIMENSIONAL" && others.length > 0) {
      throw new AwsError("LimitExceededException", "Limit exceeded on dimensional spend monitor creation");
    }
    if (others.length >= mostCustom) {
      throw new AwsError("LimitExceededException", `An account has at most ${mostCustom} custom monitors`);
    }
    const arn = `arn:${account.partition}:ce::${account.accountId}:anomalymonitor/${randomUUID()}`;
    return { id: arn, arn };
  },
  delete: (row, account) => {
    const used = rowsOf(account, "aws:costexplorer/anomalySubscription:AnomalySubscription").some((subscription) =>
      JSON.stringify(subscription.inputs["monitorArnLists"] ?? []).includes(row.arn),
    );
    if (used) throw new AwsError("ValidationException", `${row.arn} is still watched by a subscription`);
    return undefined;
  },
});
