import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { flag, map, text, texts } from "../../values.ts";
import { accessStringProblem } from "./access-string.ts";
import { associationToken } from "./membership.ts";

const mostUsersPerRegion = 2000;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html, and `auth-iam.html` for IAM's rules. */
function checkUser(inputs: PropertyMap): readonly CheckFailure[] {
  const userId = text(inputs, "userId");
  const userName = text(inputs, "userName");
  const access = text(inputs, "accessString");
  const problem = access === undefined ? undefined : accessStringProblem(access);
  const byIam = map(inputs, "authenticationMode")["type"] === "iam";
  return [
    ...when(
      [
        userId !== undefined && (outside(userId.length, 1, 40) || /--|-$/.test(userId)),
        "userId",
        `api error InvalidParameterValue: a user id has 1 to 40 letters, digits and single hyphens and ends in none, got ${userId ?? ""}`,
      ],
      [
        userName !== undefined && /\s/.test(userName),
        "userName",
        "api error InvalidParameterValue: The username cannot contain spaces.",
      ],
      [problem !== undefined, "accessString", `api error InvalidParameterValue: ${problem ?? ""}`],
      [
        byIam && userId !== undefined && userName !== undefined && userId !== userName,
        "userName",
        "api error InvalidParameterValue: Username and user id must be identical for a user that authenticates by IAM.",
      ],
      [
        byIam && userName !== undefined && userName !== userName.toLowerCase(),
        "userName",
        "api error InvalidParameterValue: A user that authenticates by IAM has a name in lower case.",
      ],
    ),
    ...checkPasswords(inputs),
  ];
}

function checkPasswords(inputs: PropertyMap): readonly CheckFailure[] {
  const mode = map(inputs, "authenticationMode");
  const passwords = [...texts(inputs, "passwords"), ...texts(mode, "passwords")];
  const open = flag(inputs, "noPasswordRequired") || mode["type"] === "no-password-required";
  return when(
    [passwords.length > 2, "passwords", "api error InvalidParameterValue: a user has at most two passwords"],
    [
      passwords.some((password) => outside(password.length, 16, 128)),
      "passwords",
      "api error InvalidParameterValue: a password has 16 to 128 characters",
    ],
    [
      open && text(inputs, "engine")?.toLowerCase() === "valkey",
      "authenticationMode",
      "api error InvalidParameterValue: a user of the engine valkey authenticates by password or IAM",
    ],
    [
      open && passwords.length > 0,
      "passwords",
      "api error InvalidParameterCombination: a user that needs no password has none",
    ],
  );
}

export const user = defineType({
  token: "aws:elasticache/user:User",
  duplicateCode: "UserAlreadyExists",
  check: checkUser,
  create: (inputs, account) => {
    if (rowsOf(account, "aws:elasticache/user:User").length >= mostUsersPerRegion)
      throw new AwsError("UserQuotaExceeded", `The quota of ${mostUsersPerRegion} users a Region is exceeded.`);
    const id = text(inputs, "userId") ?? "";
    return { id, arn: arn(account, "elasticache", `user:${id}`), state: "active", computed: {} };
  },
  update: () => ({}),
  // A user that is deleted leaves the groups that it was added to.
  delete: (row, account) => {
    for (const place of rowsOf(account, associationToken))
      if (text(place.inputs, "userId") === row.id) removeRow(account.world, place);
    return undefined;
  },
});
