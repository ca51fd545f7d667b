import { randomUUID } from "node:crypto";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { allRows, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { checkScope, wafArn } from "./scope.ts";
import { capacityOf, checkRules, requireSets } from "./web-acl-rules.ts";

const token = "aws:wafv2/webAcl:WebAcl";
/** Web ACLs an account and Region: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const most = 100;

export const webAcl = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  updatedOutputs: ["capacity", "lockToken"],
  check: (inputs, account) => [...checkScope(inputs, account), ...checkRules(inputs)],
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const peers = rowsOf(account, token).filter((row) => row.inputs["scope"] === inputs["scope"]);
    if (peers.some((row) => row.computed["name"] === name))
      throw new AwsError(
        "WAFDuplicateItemException",
        `AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an existing one: ${name}`,
      );
    if (peers.length >= most)
      throw new AwsError(
        "WAFLimitsExceededException",
        `the account has ${most} web ACLs of this scope, the most allowed`,
      );
    requireSets(account, inputs);
    const id = randomUUID();
    const computed = { name, capacity: capacityOf(inputs), lockToken: randomUUID(), applicationIntegrationUrl: "" };
    return { id, arn: wafArn(account, inputs, `webacl/${name}/${id}`), computed };
  },
  update: (_row, news, account) => {
    requireSets(account, news);
    return { capacity: capacityOf(news), lockToken: randomUUID() };
  },
  delete: (row, account) => {
    const regional = allRows(account.world, "aws:wafv2/webAclAssociation:WebAclAssociation").some(
      ({ inputs }) => inputs["webAclArn"] === row.arn,
    );
    const edge = ["distribution:Distribution", "multitenantDistribution:MultitenantDistribution"]
      .flatMap((type) => allRows(account.world, `aws:cloudfront/${type}`))
      .some(({ inputs }) => inputs["webAclId"] === row.arn);
    if (regional || edge)
      throw new AwsError(
        "WAFAssociatedItemException",
        `AWS WAF couldn't perform the operation because your resource is being used by another resource or it's associated with another resource: ${row.arn}`,
      );
    return undefined;
  },
});
