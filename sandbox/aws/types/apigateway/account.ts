import { defineType } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { text } from "../../values.ts";

/** One setting for an account in a Region; the service knows no creation and no deletion of it. */
export const account = defineType({
  token: "aws:apigateway/account:Account",
  create: (inputs, place) => {
    requireRole(place, text(inputs, "cloudwatchRoleArn"), "BadRequestException");
    return {
      id: place.accountId,
      computed: {
        apiKeyVersion: "4",
        features: ["UsagePlans"],
        throttleSettings: [{ burstLimit: 5000, rateLimit: 10_000 }],
      },
    };
  },
  update: (_row, news, place) => {
    requireRole(place, text(news, "cloudwatchRoleArn"), "BadRequestException");
    return {};
  },
});
