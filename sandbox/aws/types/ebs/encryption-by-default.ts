import { defineType } from "../../define-type.ts";
import { requireFirst } from "../one-a-region.ts";

const token = "aws:ebs/encryptionByDefault:EncryptionByDefault";

/** A switch of the account and Region: https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html */
export const encryptionByDefault = defineType({
  token,
  defaults: { enabled: true },
  create: (_inputs, account) => {
    // Sandbox-defined: AWS lets the last one win; a second declaration is told, as with a bucket's settings.
    requireFirst(
      account,
      token,
      "EncryptionByDefaultAlreadyDeclared",
      `${account.region} has the switch declared already`,
    );
    return { id: `ebs-encryption-${account.accountId}-${account.region}` };
  },
});
