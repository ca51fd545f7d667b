import { randomUUID } from "node:crypto";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { allRows, type Row } from "../../rows.ts";
import { maps, text } from "../../values.ts";
import { findCertificate, issueCertificate } from "./certificate.ts";

/** Waits for ACM in a real account; here the records are there, or they never come. */
export const certificateValidation = defineType({
  token: "aws:acm/certificateValidation:CertificateValidation",
  replaces: ["certificateArn", "validationRecordFqdns"],
  create: (inputs, account) => {
    const reference = text(inputs, "certificateArn") ?? "";
    const certificate = findCertificate(account, reference);
    if (!certificate) throw new AwsError("ResourceNotFoundException", `Could not find certificate ${reference}`);
    const missing = missingRecords(account, certificate);
    if (missing.length > 0) {
      throw new AwsError(
        "PendingValidation",
        `waiting for ACM Certificate (${reference}) to be issued: timeout; no record ${missing.join(", ")} in a hosted zone`,
      );
    }
    issueCertificate(account, certificate);
    // The provider takes the time of issue, which two of them can share.
    return { id: randomUUID() };
  },
});

function missingRecords(account: Account, certificate: Row): readonly string[] {
  const declared = allRows(account.world, "aws:route53/record:Record").flatMap(({ inputs }) =>
    text(inputs, "type") === "CNAME" ? [bare(text(inputs, "name") ?? "")] : [],
  );
  return maps(certificate.computed, "domainValidationOptions")
    .map((option) => bare(text(option, "resourceRecordName") ?? ""))
    .filter((name) => !declared.includes(name));
}

const bare = (name: string) => name.replace(/\.$/, "").toLowerCase();
