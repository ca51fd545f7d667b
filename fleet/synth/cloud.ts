/** Where a provider's resources are. */
export interface Cloud {
  readonly accountId: string;
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
}

/** What stands for account and Region where the program names none: AWS' own documentation account. */
const documentationCloud: Cloud = { accountId: "123456789012", region: "us-east-1", partition: "aws" };

/**
 * Account, Region and partition from the inputs of an explicit `aws` provider (`region`, `allowedAccountIds`,
 * `assumeRoles`); AWS' documentation account in us-east-1 where there is no such provider or it names none.
 */
export function cloudOf(providerInputs: Readonly<Record<string, unknown>> | undefined): Cloud {
  if (providerInputs === undefined) return documentationCloud;
  const region = typeof providerInputs["region"] === "string" ? providerInputs["region"] : documentationCloud.region;
  return { accountId: accountOf(providerInputs), region, partition: partitionOf(region) };
}

function accountOf(inputs: Readonly<Record<string, unknown>>): string {
  const [allowed] = parsedList(inputs["allowedAccountIds"]);
  if (typeof allowed === "string") return allowed;
  const [role] = parsedList(inputs["assumeRoles"]);
  const roleArn = (role as { readonly roleArn?: unknown } | undefined)?.roleArn;
  return (typeof roleArn === "string" && roleArn.split(":")[4]) || documentationCloud.accountId;
}

/** A provider's structured inputs travel as JSON text. */
function parsedList(input: unknown): readonly unknown[] {
  const value: unknown = typeof input === "string" ? JSON.parse(input) : input;
  return Array.isArray(value) ? value : [];
}

/** Partitions by Region prefix (https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html). */
function partitionOf(region: string): string {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return region.startsWith("cn-") ? "aws-cn" : "aws";
}
