import { createHash, randomUUID } from "node:crypto";
import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { allRows, findRow, type Row, saveRow } from "../../rows.ts";
import { text, texts } from "../../values.ts";

const token = "aws:acm/certificate:Certificate";
/** Types that hold certificates, by the input or the map of inputs that names one. */
const users = [
  "aws:lb/listener:Listener",
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  "aws:cloudfront/distributionTenant:DistributionTenant",
];

/** A certificate by its ARN, wherever it is. */
export const findCertificate = (account: Account, reference: string | undefined): Row | undefined =>
  allRows(account.world, token).find(({ arn: known }) => known === reference);

/** The names that a certificate holds good for. */
export const certificateNames = ({ inputs }: Row): readonly string[] => [
  text(inputs, "domainName") ?? "",
  ...texts(inputs, "subjectAlternativeNames"),
];

/** Whether one of `names` covers `domain`; an asterisk stands for exactly one label. */
export const covers = (names: readonly string[], domain: string): boolean =>
  names.some(
    (name) => name === domain || (name.startsWith("*.") && name.slice(2) === domain.slice(domain.indexOf(".") + 1)),
  );

/** The record that proves a domain: the same for each certificate of an account, and for a name and its wildcard. */
function validationOption(account: Account, domainName: string) {
  const base = domainName.replace(/^\*\./, "");
  const proof = (salt: string) =>
    createHash("sha256").update(`${account.accountId} ${base}\n${salt}`).digest("hex").slice(0, 32);
  return {
    domainName,
    resourceRecordName: `_${proof("name")}.${base}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${proof("value")}.acm-validations.aws.`,
  };
}

function validationOptions(inputs: PropertyMap, account: Account) {
  const names = [text(inputs, "domainName") ?? "", ...texts(inputs, "subjectAlternativeNames")];
  return [...new Set(names)].map((name) => validationOption(account, name));
}

/** As ACM does once it sees the record: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html */
export function issueCertificate(account: Account, certificate: Row): Row {
  const issued = { ...certificate, state: "ISSUED", computed: { ...certificate.computed, status: "ISSUED" } };
  saveRow(account.world, issued);
  return issued;
}

export const certificate = defineType({
  token,
  replaces: ["domainName", "keyAlgorithm", "subjectAlternativeNames", "validationMethod"],
  updatedOutputs: ["status"],
  check: (inputs) => {
    const own = inputs["certificateBody"] !== undefined || inputs["certificateAuthorityArn"] !== undefined;
    const domain = text(inputs, "domainName");
    return when(
      [
        inputs["domainName"] === undefined && !own,
        "domainName",
        "one of certificateBody, certificateAuthorityArn and domainName must be given",
      ],
      [
        inputs["domainName"] !== undefined && inputs["validationMethod"] === undefined && !own,
        "validationMethod",
        "a requested certificate has a validationMethod: DNS or EMAIL",
      ],
      // The subject's common name: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
      [
        domain !== undefined && domain.length > 64,
        "domainName",
        `the first domain name has at most 64 characters, got ${domain?.length ?? ""}`,
      ],
    );
  },
  create: (inputs, account) => {
    const id = arn(account, "acm", `certificate/${randomUUID()}`);
    const names = [text(inputs, "domainName") ?? "", ...texts(inputs, "subjectAlternativeNames")];
    const computed = {
      status: "PENDING_VALIDATION",
      type: "AMAZON_ISSUED",
      keyAlgorithm: text(inputs, "keyAlgorithm") ?? "RSA_2048",
      subjectAlternativeNames: [...new Set(names)],
      domainValidationOptions: validationOptions(inputs, account),
      renewalEligibility: "INELIGIBLE",
      pendingRenewal: false,
    };
    return { id, arn: id, state: "PENDING_VALIDATION", computed };
  },
  delete: (row, account) => {
    const holder = users
      .flatMap((type) => allRows(account.world, type))
      .find(({ inputs }) => JSON.stringify(inputs).includes(row.arn));
    if (holder) {
      throw new AwsError("ResourceInUseException", `Certificate ${row.arn} in account is in use by ${holder.arn}`);
    }
    return undefined;
  },
});

/** A certificate that ACM has issued, in `region` where one is given. @throws as the services that use one do. */
export function requireCertificate(
  account: Account,
  reference: string,
  refusal: { readonly code: string; readonly region?: string },
): Row {
  const found = findCertificate(account, reference);
  const fresh = found && findRow({ ...account, region: found.region }, token, found.id);
  if (!fresh || (refusal.region !== undefined && fresh.region !== refusal.region)) {
    const where = refusal.region === undefined ? "" : ` in ${refusal.region}`;
    throw new AwsError(refusal.code, `The certificate ${reference} does not exist${where}`);
  }
  if (fresh.state !== "ISSUED") {
    throw new AwsError(refusal.code, `The certificate ${reference} is ${fresh.state}: only an issued one can be used`);
  }
  return fresh;
}
