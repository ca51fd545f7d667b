import { defineType } from "../../define-type.ts";
import { base32, hex } from "../../identifiers.ts";
import { text } from "../../values.ts";
import { edgeArn, etag, refuseSameName, refuseWhileUsed, tenantToken } from "./entity.ts";

export const connectionGroup = defineType({
  token: "aws:cloudfront/connectionGroup:ConnectionGroup",
  global: true,
  naming: { input: "name", maximumLength: 64 },
  defaults: { enabled: true, ipv6Enabled: true, waitForDeployment: true },
  updatedOutputs: ["etag"],
  create: (inputs, account) => {
    refuseSameName(
      account,
      "aws:cloudfront/connectionGroup:ConnectionGroup",
      text(inputs, "name") ?? "",
      "EntityAlreadyExists",
    );
    const id = `cg_${base32(26)}`;
    const computed = {
      etag: etag(),
      isDefault: false,
      status: "Deployed",
      routingEndpoint: `d${hex(13)}.cloudfront.net`,
    };
    return { id, arn: edgeArn(account, `connection-group/${id}`), computed };
  },
  update: () => ({ etag: etag() }),
  delete: (row, account) => {
    refuseWhileUsed(account, "CannotDeleteEntityWhileInUse", [row.id], [tenantToken]);
    return undefined;
  },
});
