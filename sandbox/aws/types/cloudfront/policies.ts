import { randomUUID } from "node:crypto";
import { defineType, when } from "../../define-type.ts";
import { map, number, text } from "../../values.ts";
import { edgeArn, edgeId, etag, refuseSameName, refuseWhileUsed } from "./entity.ts";

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html */
export const cachePolicy = defineType({
  token: "aws:cloudfront/cachePolicy:CachePolicy",
  global: true,
  naming: { input: "name", maximumLength: 128 },
  replaces: ["name"],
  updatedOutputs: ["etag"],
  check: (inputs) => {
    const [least, usual, most] = [number(inputs, "minTtl"), number(inputs, "defaultTtl"), number(inputs, "maxTtl")];
    return when([
      (least !== undefined && usual !== undefined && least > usual) ||
        (usual !== undefined && most !== undefined && usual > most),
      "defaultTtl",
      `InvalidArgument: minTtl ≤ defaultTtl ≤ maxTtl, got ${least ?? ""}, ${usual ?? ""} and ${most ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    const id = randomUUID();
    refuseSameName(
      account,
      "aws:cloudfront/cachePolicy:CachePolicy",
      text(inputs, "name") ?? "",
      "CachePolicyAlreadyExists",
    );
    return { id, arn: edgeArn(account, `cache-policy/${id}`), computed: { etag: etag() } };
  },
  update: () => ({ etag: etag() }),
  delete: (row, account) => {
    refuseWhileUsed(account, "CachePolicyInUse", [row.id]);
    return undefined;
  },
});

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

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html */
export const originAccessControl = defineType({
  token: "aws:cloudfront/originAccessControl:OriginAccessControl",
  global: true,
  naming: { input: "name", maximumLength: 64 },
  replaces: ["name"],
  updatedOutputs: ["etag"],
  check: (inputs) => {
    const name = text(inputs, "name");
    return when([name !== undefined && name.length > 64, "name", `at most 64 characters, got ${name?.length ?? ""}`]);
  },
  create: (inputs, account) => {
    const id = edgeId();
    const token = "aws:cloudfront/originAccessControl:OriginAccessControl";
    refuseSameName(account, token, text(inputs, "name") ?? "", "OriginAccessControlAlreadyExists");
    return { id, arn: edgeArn(account, `origin-access-control/${id}`), computed: { etag: etag() } };
  },
  update: () => ({ etag: etag() }),
  delete: (row, account) => {
    refuseWhileUsed(account, "OriginAccessControlInUse", [row.id]);
    return undefined;
  },
});
