import type { CheckFailure } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function checkBucketName(name: string | undefined): readonly CheckFailure[] {
  if (name === undefined) return [];
  const refusal = (rule: string) =>
    `api error InvalidBucketName: The specified bucket is not valid: ${JSON.stringify(name)} ${rule}`;
  return when(
    [name.length < 3 || name.length > 63, "bucket", refusal(`has ${name.length} characters, allowed are 3 to 63`)],
    [!/^[a-z0-9.-]*$/.test(name), "bucket", refusal("may hold only lowercase letters, numbers, dots and hyphens")],
    [!/^[a-z0-9].*[a-z0-9]$/.test(name), "bucket", refusal("must begin and end with a letter or number")],
    [name.includes(".."), "bucket", refusal("must not hold two adjacent periods")],
    [/^\d+\.\d+\.\d+\.\d+$/.test(name), "bucket", refusal("must not be formatted as an IP address")],
    [
      /^(xn--|sthree-|amzn-s3-demo-)/.test(name),
      "bucket",
      refusal("must not start with the reserved prefixes xn--, sthree- and amzn-s3-demo-"),
    ],
    [
      /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name),
      "bucket",
      refusal("must not end with the reserved suffixes -s3alias, --ol-s3, .mrap, --x-s3 and --table-s3"),
    ],
  );
}
