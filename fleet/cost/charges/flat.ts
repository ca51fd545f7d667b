import { type ChargeRule, charge, listOf } from "./charge.ts";

/** What costs the same wherever it stands, whatever its settings. */
const flat = (meter: string): ChargeRule => {
  const charges = [charge(meter)];
  return () => charges;
};

export const flatCharges: Readonly<Record<string, ChargeRule>> = {
  "aws:cloudfront/distributionTenant:DistributionTenant": flat("cloudfront.distribution-tenant"),
  "aws:kms/key:Key": flat("kms.key"),
  // A replica is a key of its own to whoever pays.
  "aws:kms/replicaKey:ReplicaKey": flat("kms.key"),
  "aws:route53/zone:Zone": flat("route53.zone"),
  "aws:secretsmanager/secret:Secret": flat("secrets.secret"),
  // A group of AWS' managed rules is charged as one rule.
  "aws:wafv2/webAcl:WebAcl": ({ inputs: { rules } }) => [charge("waf.acl"), charge("waf.rule", listOf(rules).length)],
};
