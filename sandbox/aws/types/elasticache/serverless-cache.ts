import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireKey, requireRow } from "../../references.ts";
import { map, maps, number, text, texts } from "../../values.ts";
import { requireSubnets } from "../ec2/subnet.ts";

const newest: Readonly<Record<string, readonly [major: string, full: string]>> = {
  valkey: ["8", "8.1"],
  redis: ["7", "7.1"],
  memcached: ["1.6", "1.6.22"],
};

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html: limits of a serverless cache's data and rate. */
function checkCache(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const engine = text(inputs, "engine");
  const limits = map(inputs, "cacheUsageLimits");
  const storage = map(limits, "dataStorage");
  const [rate = {}] = maps(limits, "ecpuPerSeconds");
  const range = (values: PropertyMap, [least, most]: readonly [number, number], what: string) =>
    (["minimum", "maximum"] as const).map(
      (end) =>
        [
          outside(number(values, end), least, most),
          "cacheUsageLimits",
          `api error InvalidParameterValue: the ${end} of ${what} is from ${least} to ${most}, got ${number(values, end) ?? ""}`,
        ] as const,
    );
  return when(
    [
      name !== undefined && !/^[a-z](?:-?[a-z0-9]){0,39}$/i.test(name),
      "name",
      `api error InvalidParameterValue: a serverless cache's name has 1 to 40 letters, digits and single hyphens and begins with a letter, got ${name ?? ""}`,
    ],
    [
      engine !== undefined && newest[engine] === undefined,
      "engine",
      `api error InvalidParameterValue: the engine is valkey, redis or memcached, got ${engine ?? ""}`,
    ],
    ...range(storage, [1, 5000], "data storage in GB"),
    ...range(rate, [1000, 15_000_000], "ECPUs per second"),
    [
      (number(storage, "minimum") ?? 0) > (number(storage, "maximum") ?? Number.POSITIVE_INFINITY),
      "cacheUsageLimits",
      "api error InvalidParameterValue: the minimum of data storage is above its maximum",
    ],
    [
      outside(number(inputs, "snapshotRetentionLimit"), 0, 35),
      "snapshotRetentionLimit",
      "api error InvalidParameterValue: snapshots are kept for 0 to 35 days",
    ],
  );
}

/** @throws where the key, the user group, a subnet or a security group does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  requireKey(account, text(inputs, "kmsKeyId"), "InvalidKMSKeyFault");
  const group = text(inputs, "userGroupId");
  if (group !== undefined)
    requireRow(
      account,
      "aws:elasticache/userGroup:UserGroup",
      group,
      "UserGroupNotFound",
      `User group ${group} not found.`,
    );
  if (inputs["subnetIds"] !== undefined) requireSubnets(account, texts(inputs, "subnetIds"), "InvalidParameterValue");
  for (const id of texts(inputs, "securityGroupIds"))
    requireRow(account, "aws:ec2/securityGroup:SecurityGroup", id, "InvalidParameterValue");
}

export const serverlessCache = defineType({
  token: "aws:elasticache/serverlessCache:ServerlessCache",
  replaces: ["name"],
  naming: { input: "name", maximumLength: 40 },
  duplicateCode: "ServerlessCacheAlreadyExistsFault",
  defaults: { description: " ", networkType: "ipv4" },
  updatedOutputs: ["fullEngineVersion"],
  check: checkCache,
  create: (inputs, account) => {
    requireReferences(inputs, account);
    const name = text(inputs, "name") ?? prefixedName("", account.world.now());
    const [majorEngineVersion, fullEngineVersion] = newest[text(inputs, "engine") ?? ""] ?? ["", ""];
    const address = `${name}-${account.accountId.slice(-6)}.serverless.${account.region}.cache.amazonaws.com`;
    return {
      id: name,
      arn: arn(account, "elasticache", `serverlesscache:${name}`),
      state: "available",
      computed: {
        name,
        majorEngineVersion: text(inputs, "majorEngineVersion") ?? majorEngineVersion,
        fullEngineVersion,
        createTime: account.world.now().toISOString(),
        status: "available",
        // Always TLS; the second port reads from what is nearest.
        endpoints: [{ address, port: 6379 }],
        readerEndpoints: [{ address, port: 6380 }],
      },
    };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
