import { arn } from "../../account.ts";
import { defineType } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { appConfigId } from "./appconfig-id.ts";
import { applicationOf, refuseTakenName } from "./application-of.ts";

const token = "aws:appconfig/environment:Environment";

export const environment = defineType({
  token,
  naming: { input: "name", maximumLength: 64 },
  create: (inputs, account) => {
    const applicationId = applicationOf(inputs, account);
    refuseTakenName(inputs, rowsOf(account, token), "Environment");
    const environmentId = appConfigId();
    return {
      id: `${environmentId}:${applicationId}`,
      arn: arn(account, "appconfig", `application/${applicationId}/environment/${environmentId}`),
      computed: { environmentId, state: "READY_FOR_DEPLOYMENT" },
      state: "READY_FOR_DEPLOYMENT",
    };
  },
});
