import { defineType, when } from "../../define-type.ts";
import { text } from "../../values.ts";
import { edgeArn, edgeId, etag, refuseSameName, refuseWhileUsed } from "./entity.ts";

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
