import type { PropertyMap } from "../../../provider/provider.ts";
import { map, maps, text } from "../../values.ts";

/**
 * Capacity units of AWS' managed rule groups, by name: their own pages below
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedGroups: Readonly<Record<string, number>> = {
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesAdminProtectionRuleSet: 100,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesSQLiRuleSet: 200,
  AWSManagedRulesLinuxRuleSet: 200,
  AWSManagedRulesUnixRuleSet: 100,
  AWSManagedRulesWindowsRuleSet: 200,
  AWSManagedRulesPHPRuleSet: 100,
  AWSManagedRulesWordPressRuleSet: 100,
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesATPRuleSet: 50,
  AWSManagedRulesACFPRuleSet: 50,
  AWSManagedRulesBotControlRuleSet: 50,
  AWSManagedRulesAntiDDoSRuleSet: 50,
};

/** Units of the plain statements; a byte match costs more where it looks inside. */
const plain: Readonly<Record<string, number>> = {
  asnMatchStatement: 1,
  byteMatchStatement: 10,
  geoMatchStatement: 1,
  ipSetReferenceStatement: 1,
  labelMatchStatement: 1,
  regexMatchStatement: 3,
  regexPatternSetReferenceStatement: 25,
  sizeConstraintStatement: 1,
  sqliMatchStatement: 20,
  xssMatchStatement: 40,
};

/**
 * Web ACL capacity units of one statement; text transformations count 10 each.
 *
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html. Sandbox-defined for byte matches
 * (2 or 10 in AWS, by where they look) and for groups of one's own, which the sandbox does not have.
 */
export function statementCapacity(statement: PropertyMap): number {
  return Object.keys(statement).reduce((sum, kind) => sum + kindCapacity(kind, map(statement, kind)), 0);
}

function kindCapacity(kind: string, inner: PropertyMap): number {
  if (kind === "managedRuleGroupStatement") return managedGroups[text(inner, "name") ?? ""] ?? 50;
  if (kind === "rateBasedStatement") {
    const keys = maps(inner, "customKeys").length;
    return 2 + 30 * keys + statementCapacity(map(inner, "scopeDownStatement"));
  }
  if (kind === "notStatement") return nested(inner);
  if (kind === "andStatement" || kind === "orStatement") return 1 + nested(inner);
  return (plain[kind] ?? 1) + 10 * textTransformations(inner);
}

const nested = (inner: PropertyMap): number =>
  maps(inner, "statements").reduce((sum, one) => sum + statementCapacity(one), 0);

/** NONE changes nothing and costs nothing. */
const textTransformations = (inner: PropertyMap): number =>
  maps(inner, "textTransformations").filter((one) => text(one, "type") !== "NONE").length;
