import { iamArn } from "../../account.ts";
import { defineType, when } from "../../define-type.ts";
import { text, texts } from "../../values.ts";

export const openIdConnectProvider = defineType({
  token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  global: true,
  duplicateCode: "EntityAlreadyExists",
  defaults: { thumbprintLists: [] },
  check: (inputs) => {
    const url = text(inputs, "url");
    const odd = texts(inputs, "thumbprintLists").find((print) => !/^[0-9a-fA-F]{40}$/.test(print));
    return when(
      [
        url !== undefined && !/^https:\/\/[^?#]+$/.test(url),
        "url",
        `api error InvalidInput: the URL must begin with https:// and have no query, got ${url ?? ""}`,
      ],
      [
        odd !== undefined,
        "thumbprintLists",
        `api error InvalidInput: a thumbprint has 40 hexadecimal digits, got ${odd ?? ""}`,
      ],
    );
  },
  create: (inputs, account) => {
    const host = (text(inputs, "url") ?? "").replace(/^https:\/\//, "");
    const arn = iamArn(account, `oidc-provider/${host}`);
    return { id: arn, arn, computed: {} };
  },
});
