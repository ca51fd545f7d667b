import { arn, hexOf, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon Simple Email Service. */
export const sesv2Predictions: ServicePredictions = {
  "aws:sesv2/emailIdentity:EmailIdentity": {
    id: (context) => text(context, "emailIdentity"),
    outputs: (context, id) => ({
      arn: arn(context, "ses", `identity/${id}`),
      identityType: id.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
      verificationStatus: "PENDING",
      verifiedForSendingStatus: false,
      dkimSigningAttributes: {
        currentSigningKeyLength: "RSA_2048_BIT",
        nextSigningKeyLength: "RSA_2048_BIT",
        signingAttributesOrigin: "AWS_SES",
        status: "PENDING",
        tokens: ["1", "2", "3"].map((salt) => hexOf(context.urn, 32, salt)),
      },
      ...tagsAll(context),
    }),
  },
};
