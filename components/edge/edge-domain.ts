import { Certificate } from "@pulumi/aws/acm/certificate.js";
import { CertificateValidation } from "@pulumi/aws/acm/certificateValidation.js";
import { Record } from "@pulumi/aws/route53/record.js";
import { Zone } from "@pulumi/aws/route53/zone.js";
import * as pulumi from "@pulumi/pulumi";
import { edgeRegion } from "../../model/plan/plan-edge.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface EdgeDomainArgs {
  readonly domain: string;
  /** Region of the load balancer that answers with the certificate as well. */
  readonly region: string;
  readonly retention: Retention;
}

/**
 * The hosted zone of a cell's domain, and its wildcard certificate for the edge and for the load balancer behind it.
 *
 * The domain above has to delegate to the zone's name servers, which the cell's stack hands out: until it does, ACM
 * issues nothing, and the first `pulumi up` waits. Costs 0.50 USD a month.
 */
export class EdgeDomain extends pulumi.ComponentResource {
  readonly zoneId: pulumi.Output<string>;
  readonly nameServers: pulumi.Output<string[]>;
  /** Issued, in us-east-1, where CloudFront wants it. */
  readonly edgeCertificateArn: pulumi.Output<string>;
  /** Issued, in the cell's Region. */
  readonly originCertificateArn: pulumi.Output<string>;

  constructor(name: string, args: EdgeDomainArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:EdgeDomain", name, {}, opts);
    const { domain, region, retention } = args;
    const parent = { parent: this };

    const zone = new Zone(
      name,
      { name: domain, comment: "Tenants of the cell", forceDestroy: retention === "discarded" },
      { ...parent, ...retainedAs(retention) },
    );
    const edge = request(`${name}-certificate`, domain, edgeRegion, parent);
    // Certificates of one account for one domain are proved by one record.
    const proof = prove(name, zone, edge, parent);
    this.edgeCertificateArn = issued(`${name}-certificate-issued`, edge, proof, edgeRegion, parent);
    this.originCertificateArn =
      region === edgeRegion
        ? this.edgeCertificateArn
        : issued(
            `${name}-origin-certificate-issued`,
            request(`${name}-origin-certificate`, domain, region, parent),
            proof,
            region,
            parent,
          );

    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
    this.registerOutputs({ zoneId: this.zoneId, edgeCertificateArn: this.edgeCertificateArn });
  }
}

function request(name: string, domain: string, region: string, opts: pulumi.CustomResourceOptions): Certificate {
  return new Certificate(
    name,
    {
      region,
      // A wildcard alone: the public logs of certificates then tell of no tenant.
      domainName: `*.${domain}`,
      validationMethod: "DNS",
      keyAlgorithm: "EC_prime256v1",
    },
    opts,
  );
}

function prove(name: string, zone: Zone, certificate: Certificate, opts: pulumi.CustomResourceOptions): Record {
  const option = certificate.domainValidationOptions.apply(([first]) => {
    if (first === undefined) throw new Error("ACM named no record that proves the domain");
    return first;
  });
  return new Record(
    `${name}-proof`,
    {
      zoneId: zone.zoneId,
      name: option.resourceRecordName,
      type: "CNAME",
      ttl: 300,
      records: [option.resourceRecordValue],
    },
    // Route 53 keeps a zone that still has records, so it goes by itself.
    opts,
  );
}

function issued(
  name: string,
  { arn }: Certificate,
  proof: Record,
  region: string,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const validation = { region, certificateArn: arn, validationRecordFqdns: [proof.fqdn] };
  return new CertificateValidation(name, validation, opts).certificateArn;
}
