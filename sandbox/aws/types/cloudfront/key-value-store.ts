import { randomUUID } from "node:crypto";
import { defineType } from "../../define-type.ts";
import { text } from "../../values.ts";
import { edgeArn, etag, refuseWhileUsed } from "./entity.ts";

export const keyValueStore = defineType({
  token: "aws:cloudfront/keyValueStore:KeyValueStore",
  global: true,
  naming: { input: "name", maximumLength: 64 },
  duplicateCode: "EntityAlreadyExists",
  create: (inputs, account) => ({
    id: text(inputs, "name") ?? "",
    arn: edgeArn(account, `key-value-store/${randomUUID()}`),
    computed: { etag: etag(), lastModifiedTime: account.world.now().toISOString() },
  }),
  delete: (row, account) => {
    refuseWhileUsed(account, "CannotDeleteEntityWhileInUse", [row.arn], ["aws:cloudfront/function:Function"]);
    return undefined;
  },
});
