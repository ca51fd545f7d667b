import { arn } from "../../account.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { number } from "../../values.ts";
import { appConfigId } from "./appconfig-id.ts";

/** https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_CreateDeploymentStrategy.html */
export const deploymentStrategy = defineType({
  token: "aws:appconfig/deploymentStrategy:DeploymentStrategy",
  naming: { input: "name", maximumLength: 64 },
  defaults: { growthType: "LINEAR", finalBakeTimeInMinutes: 0 },
  check: (inputs) => {
    const growthFactor = number(inputs, "growthFactor");
    return when([
      outside(growthFactor, 1, 100),
      "growthFactor",
      `expected growthFactor to be in the range (1.0 - 100.0), got ${growthFactor ?? ""}`,
    ]);
  },
  create: (_inputs, account) => {
    const id = appConfigId();
    return { id, arn: arn(account, "appconfig", `deploymentstrategy/${id}`) };
  },
});
