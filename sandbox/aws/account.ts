import type { CheckFailure, PropertyMap } from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import { map, maps, text, texts } from "./values.ts";

/** An account in a Region, as one provider configuration or one resource of it sees it. */
export interface Account {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  /** ARN of whoever calls; a role where the configuration assumes one. */
  readonly callerArn: string;
  /** Role that the configuration assumes: it exists without being listed. Absent where none is assumed. */
  readonly assumedRoleArn?: string;
  readonly defaultTags: Readonly<Record<string, string>>;
}

const accountOfArn = (arn: string) => /^arn:[\w-]+:iam::(\d{12}):role\/.+$/.exec(arn)?.[1];

/** Reads a provider's configuration. Without a Region it is us-east-1, without an account 000000000000. */
export function accountOf(world: World, config: PropertyMap): Account {
  const region = text(config, "region") ?? "us-east-1";
  const roleArn = maps(config, "assumeRoles")
    .map((role) => text(role, "roleArn") ?? "")
    .findLast((arn) => arn !== "");
  const accountId = accountOfArn(roleArn ?? "") ?? texts(config, "allowedAccountIds")[0] ?? "000000000000";
  const partition = partitionOf(region);
  return {
    world,
    accountId,
    region,
    partition,
    callerArn: roleArn ? sessionArn(partition, accountId, roleArn) : `arn:${partition}:iam::${accountId}:root`,
    ...(roleArn === undefined ? {} : { assumedRoleArn: roleArn }),
    defaultTags: map(map(config, "defaultTags"), "tags") as Readonly<Record<string, string>>,
  };
}

function sessionArn(partition: string, accountId: string, roleArn: string): string {
  return `arn:${partition}:sts::${accountId}:assumed-role/${roleArn.slice(roleArn.lastIndexOf("/") + 1)}/pulumi`;
}

/** `aws`, `aws-us-gov` or `aws-cn`, by the Region's name. */
function partitionOf(region: string): string {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return region.startsWith("cn-") ? "aws-cn" : "aws";
}

/** The domain that a partition's services answer in. */
export function domainOf(account: Account): string {
  return account.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

/** An ARN in the account's Region. */
export function arn(account: Account, service: string, resource: string): string {
  return `arn:${account.partition}:${service}:${account.region}:${account.accountId}:${resource}`;
}

/** An ARN of IAM, which knows no Region. */
export function iamArn(account: Account, resource: string): string {
  return `arn:${account.partition}:iam::${account.accountId}:${resource}`;
}

/** Refuses a configuration as the provider does, before anything is called. */
export function checkAccount(config: PropertyMap): readonly CheckFailure[] {
  const region = text(config, "region");
  const odd: CheckFailure[] =
    region !== undefined && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)
      ? [{ property: "region", reason: `invalid AWS Region: ${region}. A Region is written like eu-central-1.` }]
      : [];
  const allowed = texts(config, "allowedAccountIds");
  const ids = allowed
    .filter((id) => !/^\d{12}$/.test(id))
    .map((id) => ({ property: "allowedAccountIds", reason: `${id} is no account id: 12 digits are expected.` }));
  const roles = maps(config, "assumeRoles").flatMap((role) => checkRole(text(role, "roleArn"), allowed));
  return [...odd, ...ids, ...roles];
}

function checkRole(roleArn: string | undefined, allowed: readonly string[]): readonly CheckFailure[] {
  if (roleArn === undefined) return [];
  const accountId = accountOfArn(roleArn);
  if (!accountId)
    return [
      { property: "assumeRoles", reason: `${roleArn} is no role ARN: arn:aws:iam::<account>:role/<name> is expected.` },
    ];
  if (allowed.length === 0 || allowed.includes(accountId)) return [];
  return [
    {
      property: "allowedAccountIds",
      reason: `AWS account ID not allowed: ${accountId}. Allowed are ${allowed.join(", ")}.`,
    },
  ];
}

/** The same account in the Region that a resource names itself. */
export function inRegion(account: Account, inputs: PropertyMap | undefined): Account {
  const region = inputs && text(inputs, "region");
  return region === undefined || region === account.region
    ? account
    : { ...account, region, partition: partitionOf(region) };
}
