import { WebAcl } from "@pulumi/aws/wafv2/webAcl.js";
import type * as pulumi from "@pulumi/pulumi";
import type { RateFencePlan } from "../../model/plan/edge-plan.ts";
import { edgeRegion } from "../../model/plan/plan-edge.ts";

export interface EdgeWebAclArgs {
  readonly webAclName: string;
  /** Absent: nothing limits how often one host is asked. */
  readonly rate?: RateFencePlan;
  readonly sampleRequests: boolean;
  /** `gateway`: stands before the API of a Region, and counts by its callers' keys. Default: before CloudFront, by host. */
  readonly before?: "edge" | "gateway";
}

/** AWS' own rules, in the order that they are asked; their capacity is 1,125 of the 1,500 that cost nothing more. */
const managedGroups = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesSQLiRuleSet",
] as const;
/** Bodies of more than 8 KB are uploads: counted, not blocked. */
const counted: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ["SizeRestrictions_BODY"],
};

/**
 * What looks at requests before CloudFront does: AWS' managed rules, and a fence of so many requests a host.
 *
 * Costs 5 USD a month, 1 USD for each rule, and 0.60 USD per million requests.
 */
export function edgeWebAcl(name: string, args: EdgeWebAclArgs, opts: pulumi.CustomResourceOptions): WebAcl {
  const visibility = (metricName: string) => ({
    cloudwatchMetricsEnabled: true,
    metricName,
    sampledRequestsEnabled: args.sampleRequests,
  });
  const groups = managedGroups.map((group, priority) => ({
    name: group,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: group,
        ruleActionOverrides: (counted[group] ?? []).map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visibility(group),
  }));
  const rate =
    args.rate === undefined ? [] : [{ ...rateRule(args.rate, args.before), visibilityConfig: visibility("rate") }];
  return new WebAcl(
    name,
    {
      ...(args.before === "gateway" ? { scope: "REGIONAL" } : { region: edgeRegion, scope: "CLOUDFRONT" }),
      name: args.webAclName,
      defaultAction: { allow: {} },
      rules: [...rate, ...groups],
      visibilityConfig: visibility("all"),
    },
    opts,
  );
}

function rateRule({ requests, windowSeconds }: RateFencePlan, before: EdgeWebAclArgs["before"]) {
  return {
    name: "rate",
    priority: managedGroups.length,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        limit: requests,
        evaluationWindowSec: windowSeconds,
        aggregateKeyType: "CUSTOM_KEYS",
        // A host, or a key of the API, is a tenant's: what one is asked counts against no other.
        customKeys: [
          {
            header: {
              name: before === "gateway" ? "x-api-key" : "host",
              textTransformations: [{ priority: 0, type: "LOWERCASE" }],
            },
          },
        ],
      },
    },
  };
}
