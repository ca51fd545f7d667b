import type { Cloud } from "./cloud.ts";
import { hexOf } from "./predictions/prediction.ts";
import { SecretValue } from "./secret-value.ts";

/** What a function of a package answers offline. Secrets are `SecretValue`s. */
type Invoke = (args: Readonly<Record<string, unknown>>, cloud: Cloud) => Readonly<Record<string, unknown>>;

/** The one table of functions that a program may call offline. */
const invokes: Readonly<Record<string, Invoke>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": (_args, { accountId, partition }) => ({
    id: accountId,
    accountId,
    arn: `arn:${partition}:iam::${accountId}:root`,
    userId: accountId,
  }),
  "aws:index/getRegion:getRegion": (_args, { region }) => ({
    id: region,
    name: region,
    region,
    description: region,
    endpoint: `ec2.${region}.amazonaws.com`,
  }),
  "aws:index/getPartition:getPartition": (_args, { partition }) => ({
    id: partition,
    partition,
    dnsSuffix: partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (_args, { region }) => ({
    id: region,
    names: ["a", "b", "c"].map((letter) => `${region}${letter}`),
    zoneIds: [1, 2, 3].map((number) => `${region}-az${number}`),
    groupNames: [region],
  }),
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": ({ name }, { partition, region }) => {
    const id = `pl-${hexOf(region, 8, String(name))}`;
    return { id, name, arn: `arn:${partition}:ec2:${region}:aws:prefix-list/${id}`, entries: [], ownerId: "AWS" };
  },
  "aws:secretsmanager/getSecretVersion:getSecretVersion": ({ secretId, versionId, versionStage }) => ({
    id: `${String(secretId)}|AWSCURRENT`,
    arn: secretId,
    secretId,
    versionId: versionId ?? "AWSCURRENT",
    versionStage: versionStage ?? "AWSCURRENT",
    versionStages: ["AWSCURRENT"],
    createdDate: "2026-01-01T00:00:00Z",
    secretBinary: new SecretValue(""),
    secretString: new SecretValue(
      JSON.stringify({ username: "predicted", password: `predicted-${hexOf(String(secretId), 24)}` }),
    ),
  }),
};

/** Answers a program's call of `token`. @throws where the table does not have it. */
export function invoke(
  token: string,
  args: Readonly<Record<string, unknown>>,
  cloud: Cloud,
): Readonly<Record<string, unknown>> {
  const answer = invokes[token];
  if (answer === undefined) {
    throw new Error(
      `the function ${token} has no offline answer; known are ${Object.keys(invokes).join(", ")}; add it in fleet/synth/invokes.ts`,
    );
  }
  return answer(args, cloud);
}
