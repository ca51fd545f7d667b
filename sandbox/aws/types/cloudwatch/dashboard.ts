import { defineType, when } from "../../define-type.ts";
import { text } from "../../values.ts";
import { bodyRefusals } from "./dashboard-body.ts";

export const dashboard = defineType({
  token: "aws:cloudwatch/dashboard:Dashboard",
  global: true,
  replaces: ["dashboardName"],
  check: (inputs) => {
    const name = text(inputs, "dashboardName");
    const body = text(inputs, "dashboardBody");
    const reasons = body === undefined ? [] : bodyRefusals(body);
    return when(
      [
        name !== undefined && !/^[A-Za-z0-9_-]{1,255}$/.test(name),
        "dashboardName",
        `a dashboard's name has 1 to 255 letters, digits, _ and -, got ${name ?? ""}`,
      ],
      [reasons.length > 0, "dashboardBody", `api error InvalidParameterInput: ${reasons.join("; ")}`],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "dashboardName") ?? "";
    const dashboardArn = `arn:${account.partition}:cloudwatch::${account.accountId}:dashboard/${name}`;
    return { id: name, computed: { dashboardArn } };
  },
});
