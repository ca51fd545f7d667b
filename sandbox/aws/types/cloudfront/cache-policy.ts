import { randomUUID } from "node:crypto";
import { defineType, when } from "../../define-type.ts";
import { number, text } from "../../values.ts";
import { edgeArn, etag, refuseSameName, refuseWhileUsed } from "./entity.ts";

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
