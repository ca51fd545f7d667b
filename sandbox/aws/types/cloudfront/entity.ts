import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { allRows, type Row, rowsOf } from "../../rows.ts";

/** CloudFront has no Regions: `arn:aws:cloudfront::111122223333:distribution/E…`. */
export const edgeArn = (account: Account, resource: string): string =>
  `arn:${account.partition}:cloudfront::${account.accountId}:${resource}`;

/** A thing's version, as CloudFront writes it. */
export const etag = (): string => `E${Math.random().toString(36).slice(2, 14).toUpperCase().padEnd(12, "0")}`;

/** An id of 13 capitals and digits, e.g. of a distribution. */
export const edgeId = (): string => `E${Math.random().toString(36).slice(2, 14).toUpperCase().padEnd(12, "0")}`;

export const distributionToken = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
export const tenantToken = "aws:cloudfront/distributionTenant:DistributionTenant";

/** @throws CloudFront's refusal where a distribution, or what `types` names, still refers to one of `references`. */
export function refuseWhileUsed(
  account: Account,
  code: string,
  references: readonly string[],
  types: readonly string[] = [distributionToken],
): void {
  const user = types
    .flatMap((type) => rowsOf(account, type))
    .find(({ inputs }) => references.some((reference) => JSON.stringify(inputs).includes(`"${reference}"`)));
  if (user) throw new AwsError(code, `${references[0] ?? ""} is still used by ${user.id}`);
}

/** A thing by its ARN, wherever it is. @throws where there is none. */
export function requireArn(account: Account, type: string, reference: string, code: string): Row {
  const found = allRows(account.world, type).find(({ arn }) => arn === reference);
  if (!found) throw new AwsError(code, `${reference} does not exist`);
  return found;
}

/** @throws where another thing of the type has the name. */
export function refuseSameName(account: Account, type: string, name: string, code: string): void {
  if (rowsOf(account, type).some((row) => row.inputs["name"] === name))
    throw new AwsError(code, `${name} exists already`);
}
