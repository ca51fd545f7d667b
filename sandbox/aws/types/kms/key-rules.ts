import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, iamArn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { checkPolicy, missingPrincipals } from "../../policy-document.ts";
import type { Row } from "../../rows.ts";
import { number, text } from "../../values.ts";

/** A key policy's size: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
const policyRules = {
  property: "policy",
  maximumLength: 32_768,
  kind: "resource",
  code: "MalformedPolicyDocumentException",
} as const;

/** Rotation period and deletion window: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export function checkKey(inputs: PropertyMap): readonly CheckFailure[] {
  const rotation = number(inputs, "rotationPeriodInDays");
  const waiting = number(inputs, "deletionWindowInDays");
  return [
    ...when(
      [
        rotation !== undefined && (rotation < 90 || rotation > 2560),
        "rotationPeriodInDays",
        `expected rotationPeriodInDays to be in the range (90 - 2560), got ${rotation ?? ""}`,
      ],
      [
        rotation !== undefined && inputs["enableKeyRotation"] === false,
        "rotationPeriodInDays",
        "rotationPeriodInDays needs enableKeyRotation to be true",
      ],
      [
        waiting !== undefined && (waiting < 7 || waiting > 30),
        "deletionWindowInDays",
        `expected deletionWindowInDays to be in the range (7 - 30), got ${waiting ?? ""}`,
      ],
    ),
    ...checkPolicy(text(inputs, "policy"), policyRules),
  ];
}

/** The policy that a key gets where none is given: the account's root may do everything. */
export function keyPolicy(inputs: PropertyMap, account: Account): string {
  const given = text(inputs, "policy");
  const missing = missingPrincipals(given, account);
  if (missing.length > 0) {
    throw new AwsError(
      "MalformedPolicyDocumentException",
      `The new key policy contains invalid principals: ${missing.join(", ")}`,
    );
  }
  const root = {
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: iamArn(account, "root") },
    Action: "kms:*",
    Resource: "*",
  };
  return given ?? JSON.stringify({ Version: "2012-10-17", Id: "key-default-1", Statement: [root] });
}

/** Keys are never deleted at once: the row stays until the window has passed. */
export function scheduled(row: Row, account: Account): Row {
  const days = number(row.inputs, "deletionWindowInDays") ?? 30;
  const deletionDate = new Date(account.world.now().getTime() + days * 86_400_000).toISOString();
  return { ...row, state: "PendingDeletion", computed: { ...row.computed, deletionDate } };
}
