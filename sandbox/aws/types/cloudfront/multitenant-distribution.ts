import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, maps, text } from "../../values.ts";
import { requireCertificate } from "../acm/certificate.ts";
import { distributionToken, edgeArn, edgeId, etag, requireArn, tenantToken } from "./entity.ts";

const behaviorsOf = (inputs: PropertyMap) => [map(inputs, "defaultCacheBehavior"), ...maps(inputs, "cacheBehaviors")];
/** Policies that AWS manages exist without being listed; of these two kinds all are named here by what uses them. */
const managedPolicies = ["4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "658327ea-f89d-4fab-a63d-7e88639e58f6"];

function checkTargets(inputs: PropertyMap): readonly CheckFailure[] {
  if (!Array.isArray(inputs["origins"])) return [];
  const origins = maps(inputs, "origins").map((origin) => text(origin, "id"));
  const lost = behaviorsOf(inputs)
    .map((behavior) => text(behavior, "targetOriginId"))
    .filter((target) => target !== undefined && !origins.includes(target));
  return when(
    [lost.length > 0, "origins", `NoSuchOrigin: no origin has the id ${lost.join(", ")}`],
    [new Set(origins).size < origins.length, "origins", "InvalidArgument: origins have ids of their own"],
  );
}

function requireParts(inputs: PropertyMap, account: Account): void {
  const certificate = text(map(inputs, "viewerCertificate"), "acmCertificateArn");
  if (certificate !== undefined)
    requireCertificate(account, certificate, { code: "InvalidViewerCertificate", region: "us-east-1" });
  const webAcl = text(inputs, "webAclId");
  if (webAcl !== undefined) requireArn(account, "aws:wafv2/webAcl:WebAcl", webAcl, "InvalidWebACLId");
  for (const origin of maps(inputs, "origins")) requireOrigin(origin, account);
  for (const behavior of behaviorsOf(inputs)) requireBehavior(behavior, account);
}

function requireOrigin(origin: PropertyMap, account: Account): void {
  const access = text(origin, "originAccessControlId");
  if (access)
    requireRow(account, "aws:cloudfront/originAccessControl:OriginAccessControl", access, "InvalidOriginAccessControl");
  for (const config of maps(origin, "vpcOriginConfigs"))
    requireRow(account, "aws:cloudfront/vpcOrigin:VpcOrigin", text(config, "vpcOriginId") ?? "", "EntityNotFound");
}

function requireBehavior(behavior: PropertyMap, account: Account): void {
  for (const association of maps(behavior, "functionAssociations"))
    requireArn(
      account,
      "aws:cloudfront/function:Function",
      text(association, "functionArn") ?? "",
      "InvalidFunctionAssociation",
    );
  const cache = text(behavior, "cachePolicyId");
  if (cache !== undefined && !managedPolicies.includes(cache))
    requireRow(account, "aws:cloudfront/cachePolicy:CachePolicy", cache, "NoSuchCachePolicy");
  const headers = text(behavior, "responseHeadersPolicyId");
  if (headers !== undefined)
    requireRow(
      account,
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
      headers,
      "NoSuchResponseHeadersPolicy",
    );
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html */
export const multitenantDistribution = defineType({
  token: distributionToken,
  global: true,
  defaults: { httpVersion: "http2" },
  updatedOutputs: ["etag", "lastModifiedTime"],
  check: checkTargets,
  create: (inputs, account) => {
    requireParts(inputs, account);
    const id = edgeId();
    const computed = {
      etag: etag(),
      callerReference: account.world.now().toISOString(),
      connectionMode: "tenant-only",
      domainName: "",
      inProgressInvalidationBatches: 0,
      lastModifiedTime: account.world.now().toISOString(),
      status: "Deployed",
    };
    return { id, arn: edgeArn(account, `distribution/${id}`), computed };
  },
  update: (_row, news, account) => {
    requireParts(news, account);
    return { etag: etag(), lastModifiedTime: account.world.now().toISOString() };
  },
  delete: (row, account) => {
    const tenant = rowsOf(account, tenantToken).find(({ inputs }) => text(inputs, "distributionId") === row.id);
    if (tenant)
      throw new AwsError("ResourceInUse", `The distribution ${row.id} still has distribution tenants: ${tenant.id}`);
    return undefined;
  },
});
