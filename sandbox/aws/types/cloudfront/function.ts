import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { defineType, when } from "../../define-type.ts";
import { text, texts } from "../../values.ts";
import { edgeArn, etag, refuseWhileUsed, requireArn } from "./entity.ts";

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const largestCodeBytes = 10_240;
const runtimes = ["cloudfront-js-1.0", "cloudfront-js-2.0"];

function requireStores(inputs: PropertyMap, account: Account): void {
  for (const store of texts(inputs, "keyValueStoreAssociations"))
    requireArn(account, "aws:cloudfront/keyValueStore:KeyValueStore", store, "EntityNotFound");
}

const versions = (inputs: PropertyMap) => ({
  etag: etag(),
  ...(inputs["publish"] === false ? { liveStageEtag: "" } : { liveStageEtag: etag() }),
});

export const edgeFunction = defineType({
  token: "aws:cloudfront/function:Function",
  global: true,
  naming: { input: "name", maximumLength: 64 },
  duplicateCode: "FunctionAlreadyExists",
  defaults: { publish: true },
  updatedOutputs: ["etag", "liveStageEtag"],
  check: (inputs) => {
    const [runtime, code] = [text(inputs, "runtime"), text(inputs, "code")];
    const stores = texts(inputs, "keyValueStoreAssociations").length;
    const size = Buffer.byteLength(code ?? "");
    return when(
      [
        runtime !== undefined && !runtimes.includes(runtime),
        "runtime",
        `expected runtime to be one of [${runtimes.join(" ")}], got ${runtime ?? ""}`,
      ],
      [size > largestCodeBytes, "code", `FunctionSizeLimitExceeded: at most ${largestCodeBytes} bytes, got ${size}`],
      [
        code !== undefined && !/\bfunction\s+handler\s*\(/.test(code),
        "code",
        "InvalidArgument: the code declares no function handler",
      ],
      [
        stores > 0 && runtime === "cloudfront-js-1.0",
        "keyValueStoreAssociations",
        "InvalidArgument: a key value store needs the runtime cloudfront-js-2.0",
      ],
      [stores > 1, "keyValueStoreAssociations", `InvalidArgument: a function has one key value store, got ${stores}`],
    );
  },
  create: (inputs, account) => {
    requireStores(inputs, account);
    const name = text(inputs, "name") ?? "";
    return {
      id: name,
      arn: edgeArn(account, `function/${name}`),
      computed: { ...versions(inputs), status: "UNASSOCIATED" },
    };
  },
  update: (_row, news, account) => {
    requireStores(news, account);
    return versions(news);
  },
  delete: (row, account) => {
    refuseWhileUsed(account, "FunctionInUse", [row.arn]);
    return undefined;
  },
});
