import { randomBytes, randomUUID } from "node:crypto";

/** An EC2 identifier, e.g. `vpc-` and 17 hexadecimal digits. */
export function ec2Id(prefix: string): string {
  return `${prefix}-${hex(17)}`;
}

/** `length` random hexadecimal digits. */
export function hex(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString("hex")
    .slice(0, length);
}

/** `length` random upper-case letters and digits 2 to 7, as IAM and RDS write them. */
export function base32(length: number): string {
  return [...randomBytes(length)].map((byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32]).join("");
}

/** An IAM unique id: `AROA` role, `ANPA` policy, `AIPA` instance profile. */
export function iamId(prefix: string): string {
  return `${prefix}${base32(17)}`;
}

/** A KMS key id; a multi-Region one starts with `mrk-`. */
export function keyId(multiRegion: boolean): string {
  return multiRegion ? `mrk-${hex(32)}` : randomUUID();
}

/** The name made of a prefix, as the provider makes it: the time, then a counter, 26 digits in all. */
export function prefixedName(prefix: string, now: Date): string {
  return `${prefix}${now.toISOString().replace(/\D/g, "")}${hex(9)}`;
}
