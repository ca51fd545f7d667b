import { arn, hexOf, type PredictionContext, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** The record that proves a domain: the same for each certificate of an account, and for a name and its wildcard. */
function validationOption({ accountId }: PredictionContext, domainName: string) {
  const base = domainName.replace(/^\*\./, "");
  const proof = (salt: string) => hexOf(`${accountId} ${base}`, 32, salt);
  return {
    domainName,
    resourceRecordName: `_${proof("name")}.${base}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${proof("value")}.acm-validations.aws.`,
  };
}

/** AWS Certificate Manager. */
export const acmPredictions: ServicePredictions = {
  "aws:acm/certificate:Certificate": {
    id: (context) => arn(context, "acm", `certificate/${uuidOf(context.urn)}`),
    outputs: (context, id) => ({
      arn: id,
      domainValidationOptions: [validationOption(context, text(context, "domainName"))],
      status: "PENDING_VALIDATION",
      ...tagsAll(context),
    }),
  },
  "aws:acm/certificateValidation:CertificateValidation": { id: ({ urn }) => uuidOf(urn) },
};
