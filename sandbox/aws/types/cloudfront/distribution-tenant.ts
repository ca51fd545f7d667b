import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { base32 } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { map, maps, text } from "../../values.ts";
import { certificateNames, covers, requireCertificate } from "../acm/certificate.ts";
import { distributionToken, edgeArn, etag, refuseSameName, requireArn, tenantToken } from "./entity.ts";

const domainsOf = (inputs: PropertyMap) => maps(inputs, "domains").map((item) => text(item, "domain") ?? "");

/** @throws where another tenant of any distribution has a domain, or no certificate is good for one. */
function requireDomains(inputs: PropertyMap, account: Account, own: string | undefined): void {
  const others = allRows(account.world, tenantToken).filter(({ id }) => id !== own);
  for (const domain of domainsOf(inputs)) {
    const holder = others.find((row) => domainsOf(row.inputs).includes(domain));
    if (holder)
      throw new AwsError(
        "CNAMEAlreadyExists",
        `One or more of the domains are already used: ${domain} by ${holder.id}`,
      );
  }
  const names = namesOfCertificates(inputs, account);
  const bare = domainsOf(inputs).find((domain) => !covers(names, domain));
  if (bare !== undefined && inputs["managedCertificateRequest"] === undefined)
    throw new AwsError(
      "InvalidViewerCertificate",
      `No certificate covers ${bare}; there are ${names.join(", ") || "none"}`,
    );
}

function namesOfCertificates(inputs: PropertyMap, account: Account): readonly string[] {
  const distribution = requireRow(account, distributionToken, text(inputs, "distributionId") ?? "", "EntityNotFound");
  const references = [
    text(map(distribution.inputs, "viewerCertificate"), "acmCertificateArn"),
    text(map(map(inputs, "customizations"), "certificate"), "arn"),
  ].filter((reference) => reference !== undefined);
  return references.flatMap((reference) =>
    certificateNames(requireCertificate(account, reference, { code: "InvalidViewerCertificate", region: "us-east-1" })),
  );
}

function requireParts(inputs: PropertyMap, account: Account, own?: string): void {
  const group = text(inputs, "connectionGroupId");
  if (group !== undefined)
    requireRow(account, "aws:cloudfront/connectionGroup:ConnectionGroup", group, "EntityNotFound");
  const webAcl = text(map(map(inputs, "customizations"), "webAcl"), "arn");
  if (webAcl !== undefined) requireArn(account, "aws:wafv2/webAcl:WebAcl", webAcl, "InvalidWebACLId");
  requireDomains(inputs, account, own);
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html */
export const distributionTenant = defineType({
  token: tenantToken,
  global: true,
  naming: { input: "name", maximumLength: 128 },
  defaults: { enabled: true, waitForDeployment: true },
  updatedOutputs: ["etag"],
  check: (inputs) => {
    const acl = map(map(inputs, "customizations"), "webAcl");
    return when(
      [
        Array.isArray(inputs["domains"]) && inputs["domains"].length === 0,
        "domains",
        "InvalidArgument: a distribution tenant has at least one domain",
      ],
      [
        text(acl, "action") === "override" && acl["arn"] === undefined,
        "customizations",
        "InvalidArgument: an override of the web ACL names one",
      ],
    );
  },
  create: (inputs, account) => {
    refuseSameName(account, tenantToken, text(inputs, "name") ?? "", "EntityAlreadyExists");
    requireParts(inputs, account);
    const id = `dt_${base32(26)}`;
    return { id, arn: edgeArn(account, `distribution-tenant/${id}`), computed: { etag: etag(), status: "Deployed" } };
  },
  update: (row, news, account) => {
    requireParts(news, account, row.id);
    return { etag: etag() };
  },
});
