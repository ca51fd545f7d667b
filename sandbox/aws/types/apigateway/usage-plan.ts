import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { map, maps, number, text } from "../../values.ts";
import { gatewayArn, gatewayId } from "./rest-api-of.ts";

const token = "aws:apigateway/usagePlan:UsagePlan";
/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-limits.html: plans of an account in a Region. */
const mostPlans = 300;
const largestInteger = 2_147_483_647;
const periods = ["DAY", "WEEK", "MONTH"];

function requireStages(inputs: PropertyMap, account: Account): void {
  for (const of of maps(inputs, "apiStages")) {
    const id = `ags-${text(of, "apiId") ?? ""}-${text(of, "stage") ?? ""}`;
    if (findRow(account, "aws:apigateway/stage:Stage", id) === undefined) {
      throw new AwsError("NotFoundException", `Invalid stage identifier specified: ${id.slice(4)}`);
    }
  }
}

export const usagePlan = defineType({
  token,
  naming: { input: "name", maximumLength: 255 },
  check: (inputs) => {
    const [quota, throttle] = [map(inputs, "quotaSettings"), map(inputs, "throttleSettings")];
    const [limit, period] = [number(quota, "limit"), text(quota, "period")];
    return when(
      [
        period !== undefined && !periods.includes(period),
        "quotaSettings",
        `expected quotaSettings.period to be one of [${periods.join(" ")}], got ${period ?? ""}`,
      ],
      [
        outside(limit, 0, largestInteger),
        "quotaSettings",
        `expected quotaSettings.limit to be in the range (0 - ${largestInteger}), got ${limit ?? ""}`,
      ],
      [
        [number(throttle, "rateLimit"), number(throttle, "burstLimit")].some((value) =>
          outside(value, 0, largestInteger),
        ),
        "throttleSettings",
        "api error BadRequestException: Usage Plan throttle limits must not be negative",
      ],
    );
  },
  create: (inputs, account) => {
    if (rowsOf(account, token).length >= mostPlans) {
      throw new AwsError("LimitExceededException", `The account has ${mostPlans} usage plans, which is its quota`);
    }
    requireStages(inputs, account);
    const id = gatewayId(6);
    return { id, arn: gatewayArn(account, `/usageplans/${id}`) };
  },
  update: (_row, news, account) => {
    requireStages(news, account);
    return {};
  },
});
