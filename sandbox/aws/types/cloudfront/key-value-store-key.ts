import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { requireArn } from "./entity.ts";

const token = "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey";
/** Bytes: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores */
const longestKey = 512;
const longestValue = 1024;
const largestStore = 5 * 2 ** 20;

const bytes = (value: string | undefined) => Buffer.byteLength(value ?? "");
const sizeOf = (inputs: PropertyMap) => bytes(text(inputs, "key")) + bytes(text(inputs, "value"));

/** Size of the store with the entry in it. @throws where the store does not exist, or would be too large. */
function totalSize(inputs: PropertyMap, account: Account): number {
  const store = text(inputs, "keyValueStoreArn") ?? "";
  requireArn(account, "aws:cloudfront/keyValueStore:KeyValueStore", store, "ResourceNotFoundException");
  const others = rowsOf(account, token).filter(
    (row) => row.inputs["keyValueStoreArn"] === store && row.inputs["key"] !== inputs["key"],
  );
  const total = others.reduce((sum, row) => sum + sizeOf(row.inputs), sizeOf(inputs));
  if (total > largestStore)
    throw new AwsError(
      "ServiceQuotaExceededException",
      `the store ${store} would hold ${total} bytes; ${largestStore} are the most`,
    );
  return total;
}

export const keyValueStoreKey = defineType({
  token,
  global: true,
  replaces: ["key", "keyValueStoreArn"],
  updatedOutputs: ["totalSizeInBytes"],
  check: (inputs) => {
    const [key, value] = [text(inputs, "key"), text(inputs, "value")];
    return when(
      [
        key !== undefined && (key === "" || bytes(key) > longestKey),
        "key",
        `1 to ${longestKey} bytes, got ${bytes(key)}`,
      ],
      [bytes(value) > longestValue, "value", `at most ${longestValue} bytes, got ${bytes(value)}`],
    );
  },
  create: (inputs, account) => {
    const totalSizeInBytes = totalSize(inputs, account);
    return {
      id: `${text(inputs, "keyValueStoreArn") ?? ""},${text(inputs, "key") ?? ""}`,
      computed: { totalSizeInBytes },
    };
  },
  update: (_row, news, account) => ({ totalSizeInBytes: totalSize(news, account) }),
});
