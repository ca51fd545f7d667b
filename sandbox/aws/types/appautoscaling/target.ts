import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { number, text } from "../../values.ts";

export const targetToken = "aws:appautoscaling/target:Target";

/** Aurora takes 15 readers at the most (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html). */
const mostReaders = 15;

export const dimensionProblem = (inputs: PropertyMap): CheckFailure[] => {
  const service = text(inputs, "serviceNamespace");
  const dimension = text(inputs, "scalableDimension");
  const of = dimension?.split(":")[0];
  return [
    ...when([
      service !== undefined && of !== undefined && of !== service,
      "scalableDimension",
      `api error ValidationException: Unsupported service namespace, resource type or scalable dimension: ${service ?? ""}, ${dimension ?? ""}`,
    ]),
  ];
};

function checkTarget(inputs: PropertyMap): readonly CheckFailure[] {
  const [least, most] = [number(inputs, "minCapacity"), number(inputs, "maxCapacity")];
  const readers = text(inputs, "scalableDimension") === "rds:cluster:ReadReplicaCount";
  return [
    ...dimensionProblem(inputs),
    ...when(
      [
        (least ?? 0) > (most ?? Number.POSITIVE_INFINITY),
        "minCapacity",
        "api error ValidationException: Maximum capacity cannot be less than minimum capacity",
      ],
      [(least ?? 0) < 0, "minCapacity", "api error ValidationException: Minimum capacity cannot be negative"],
      [
        readers && (most ?? 0) > mostReaders,
        "maxCapacity",
        `api error ValidationException: an Aurora cluster has at most ${mostReaders} readers`,
      ],
    ),
  ];
}

/** @throws where the Aurora cluster does not exist. */
function requireCluster(inputs: PropertyMap, account: Account): void {
  const resource = text(inputs, "resourceId") ?? "";
  const [kind, name] = resource.split(":");
  if (text(inputs, "serviceNamespace") !== "rds") return;
  const found = kind === "cluster" && rowsOf(account, "aws:rds/cluster:Cluster").some(({ id }) => id === name);
  if (!found) throw new AwsError("ValidationException", `Resource Id does not exist: ${resource}`);
}

export const target = defineType({
  token: targetToken,
  duplicateCode: "ValidationException",
  check: checkTarget,
  create: (inputs, account) => {
    requireCluster(inputs, account);
    const id = ["serviceNamespace", "resourceId", "scalableDimension"].map((name) => text(inputs, name)).join("/");
    // AWS returns the service-linked role whatever was asked for.
    const roleArn = `arn:aws:iam::${account.accountId}:role/aws-service-role/rds.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_RDSCluster`;
    return {
      id,
      arn: arn(account, "application-autoscaling", `scalable-target/${hex(36)}`),
      computed: { roleArn },
    };
  },
  update: () => ({}),
});
