import type { PropertyMap } from "../../sandbox/provider/provider.ts";

/** Makes a thing, notes its id, and its ARN under `<name>Arn`, and gives its outputs. */
type Make = (name: string, type: string, inputs: PropertyMap) => Promise<PropertyMap>;

const behavior = (targetOriginId: string) => ({
  targetOriginId,
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: { items: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] },
});

/** The least that a multi-tenant distribution says, with a certificate. */
export const distributionOf = (acmCertificateArn: string | undefined): PropertyMap => ({
  comment: "edge",
  enabled: true,
  origins: [{ id: "site", domainName: "site.example" }],
  defaultCacheBehavior: behavior("site"),
  restrictions: { geoRestriction: { restrictionType: "none" } },
  tenantConfig: {},
  viewerCertificate: { acmCertificateArn, minimumProtocolVersion: "TLSv1.2_2025", sslSupportMethod: "sni-only" },
});

/** Name, type and value of the record that proves a certificate's domain. */
export function proofOf(certificate: PropertyMap): PropertyMap {
  const [option] = certificate["domainValidationOptions"] as readonly Readonly<Record<string, string>>[];
  return { name: option?.["resourceRecordName"], type: "CNAME", records: [option?.["resourceRecordValue"]] };
}

/** Zones, an issued certificate, load balancers and a distribution; `ids` says what was made before. */
export async function makeEdge(make: Make, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const name of ["zone", "otherZone"])
    await make(name, "aws:route53/zone:Zone", { name: `${name.toLowerCase()}.example` });
  const certificate = await make("certificate", "aws:acm/certificate:Certificate", {
    region: "us-east-1",
    domainName: "*.zone.example",
    validationMethod: "DNS",
  });
  await make("proof", "aws:route53/record:Record", { zoneId: ids["zone"], ttl: 300, ...proofOf(certificate) });
  await make("issued", "aws:acm/certificateValidation:CertificateValidation", {
    region: "us-east-1",
    certificateArn: ids["certificate"],
  });
  for (const name of ["balancer", "otherBalancer"]) {
    await make(name, "aws:lb/loadBalancer:LoadBalancer", {
      name,
      internal: true,
      subnets: [ids["subnet"], ids["otherSubnet"]],
    });
  }
  for (const name of ["targets", "otherTargets"]) {
    await make(name, "aws:lb/targetGroup:TargetGroup", { name, vpcId: ids["vpc"], port: 80, protocol: "HTTP" });
  }
  for (const name of ["hosts", "otherHosts"]) await make(name, "aws:cloudfront/keyValueStore:KeyValueStore", { name });
  await make("connections", "aws:cloudfront/connectionGroup:ConnectionGroup", { name: "connections" });
  const token = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
  for (const name of ["distribution", "otherDistribution"]) await make(name, token, distributionOf(ids["certificate"]));
  for (const name of ["source", "otherSource"]) {
    const place = { region: "us-east-1", name, logType: "ACCESS_LOGS" };
    await make(name, "aws:cloudwatch/logDeliverySource:LogDeliverySource", {
      ...place,
      resourceArn: ids["distributionArn"],
    });
  }
  await make("destination", "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", {
    name: "destination",
    region: "us-east-1",
    deliveryDestinationConfiguration: { destinationResourceArn: ids["logBucketArn"] },
  });
}
