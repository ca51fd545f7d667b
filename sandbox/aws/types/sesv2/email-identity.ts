import { arn } from "../../account.ts";
import { defineType, when } from "../../define-type.ts";
import { base32 } from "../../identifiers.ts";
import { text } from "../../values.ts";

/** Signing records that the owner of a domain puts into its DNS; nothing is looked up there. */
const dkimTokens = () => [1, 2, 3].map(() => base32(32).toLowerCase());

export const emailIdentity = defineType({
  token: "aws:sesv2/emailIdentity:EmailIdentity",
  replaces: ["emailIdentity"],
  duplicateCode: "AlreadyExistsException",
  check: (inputs) => {
    const identity = text(inputs, "emailIdentity");
    return when([
      identity !== undefined && !/^([^@\s]{1,64}@)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(identity),
      "emailIdentity",
      `api error BadRequestException: ${identity ?? ""} is neither a domain nor an e-mail address`,
    ]);
  },
  create: (inputs, account) => {
    const identity = text(inputs, "emailIdentity") ?? "";
    return {
      id: identity,
      arn: arn(account, "ses", `identity/${identity}`),
      computed: {
        dkimSigningAttributes: {
          currentSigningKeyLength: "RSA_2048_BIT",
          nextSigningKeyLength: "RSA_2048_BIT",
          signingAttributesOrigin: "AWS_SES",
          status: "PENDING",
          tokens: dkimTokens(),
        },
        identityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
        verificationStatus: "PENDING",
        verifiedForSendingStatus: false,
      },
    };
  },
});
