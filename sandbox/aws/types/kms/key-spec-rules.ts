import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { flag, text } from "../../values.ts";

/** Beginning of a key spec → what such a key can do: https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html */
const usages: readonly (readonly [string, readonly string[]])[] = [
  ["SYMMETRIC_DEFAULT", ["ENCRYPT_DECRYPT"]],
  ["RSA_", ["ENCRYPT_DECRYPT", "SIGN_VERIFY"]],
  ["ECC_SECG_", ["SIGN_VERIFY"]],
  ["ECC_NIST_EDWARDS", ["SIGN_VERIFY"]],
  ["ECC_", ["SIGN_VERIFY", "KEY_AGREEMENT"]],
  ["SM2", ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"]],
  ["HMAC_", ["GENERATE_VERIFY_MAC"]],
  ["ML_KEM_", ["ENCAPSULATE_DECAPSULATE"]],
  // Three sizes alone: ML_DSA_44, ML_DSA_65, ML_DSA_87.
  ["ML_DSA_", ["SIGN_VERIFY"]],
];

/** What a key's spec allows: its usage, and rotation for symmetric keys of KMS' own alone. */
export function checkKeySpec(inputs: PropertyMap): readonly CheckFailure[] {
  const spec = text(inputs, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  const usage = text(inputs, "keyUsage") ?? "ENCRYPT_DECRYPT";
  const allowed = usages.find(([begin]) => spec.startsWith(begin))?.[1] ?? [];
  const symmetric = spec === "SYMMETRIC_DEFAULT";
  return when(
    [
      inputs["keyUsage"] !== null && !allowed.includes(usage),
      "keyUsage",
      `api error ValidationException: The operation failed because the KeyUsage value of the KMS key is ${usage}; a key of ${spec} is for ${allowed.join(" or ")}`,
    ],
    [
      !symmetric && flag(inputs, "enableKeyRotation"),
      "enableKeyRotation",
      `api error UnsupportedOperationException: a key of ${spec} cannot be rotated, only a symmetric one`,
    ],
  );
}
