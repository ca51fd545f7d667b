import { randomUUID } from "node:crypto";
import { defineType, when } from "../../define-type.ts";
import { map, number, text } from "../../values.ts";
import { edgeArn, etag, refuseSameName, refuseWhileUsed } from "./entity.ts";

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html */
export const responseHeadersPolicy = defineType({
  token: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
  global: true,
  naming: { input: "name", maximumLength: 128 },
  replaces: ["name"],
  updatedOutputs: ["etag"],
  check: (inputs) => {
    const strict = map(map(inputs, "securityHeadersConfig"), "strictTransportSecurity");
    const seconds = number(strict, "accessControlMaxAgeSec");
    return when([
      seconds !== undefined && (seconds < 0 || seconds > 2 ** 31 - 1),
      "securityHeadersConfig",
      `InvalidArgument: accessControlMaxAgeSec is 0 to 2147483647, got ${seconds ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    const id = randomUUID();
    const token = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    refuseSameName(account, token, text(inputs, "name") ?? "", "ResponseHeadersPolicyAlreadyExists");
    return { id, arn: edgeArn(account, `response-headers-policy/${id}`), computed: { etag: etag() } };
  },
  update: () => ({ etag: etag() }),
  delete: (row, account) => {
    refuseWhileUsed(account, "ResponseHeadersPolicyInUse", [row.id]);
    return undefined;
  },
});
