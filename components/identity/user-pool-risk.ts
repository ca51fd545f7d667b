import type { RiskConfigurationArgs } from "@pulumi/aws/cognito/riskConfiguration.js";
import type * as pulumi from "@pulumi/pulumi";
import type { RiskPlan } from "../../model/plan/identity-plan.ts";

/**
 * What threat protection does: a second factor from whoever has one at low risk, from everybody at medium and high;
 * where risk blocks, nobody at high risk and no password that is known to be stolen.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
 */
export function riskArgs(
  { adaptiveMfa, blockHighRisk }: RiskPlan,
  userPoolId: pulumi.Input<string>,
): RiskConfigurationArgs {
  const asked = (action: string) => ({ eventAction: adaptiveMfa ? action : "NO_ACTION", notify: false });
  return {
    userPoolId,
    accountTakeoverRiskConfiguration: {
      actions: {
        lowAction: asked("MFA_IF_CONFIGURED"),
        mediumAction: asked("MFA_REQUIRED"),
        highAction: blockHighRisk ? { eventAction: "BLOCK", notify: false } : asked("MFA_REQUIRED"),
      },
    },
    compromisedCredentialsRiskConfiguration: {
      actions: { eventAction: blockHighRisk ? "BLOCK" : "NO_ACTION" },
      eventFilters: ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
    },
  };
}
