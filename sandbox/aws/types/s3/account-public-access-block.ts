import { defineType } from "../../define-type.ts";
import { text } from "../../values.ts";

/** One an account, in no Region: https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html */
export const accountPublicAccessBlock = defineType({
  token: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  global: true,
  replaces: ["accountId"],
  defaults: { blockPublicAcls: false, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false },
  // The last one would win; a second declaration is told, as with a bucket's settings.
  duplicateCode: "PublicAccessBlockAlreadyDeclared",
  create: (inputs, account) => {
    const id = text(inputs, "accountId") ?? account.accountId;
    return { id, computed: { accountId: id } };
  },
});
