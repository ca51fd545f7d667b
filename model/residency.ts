/**
 * AWS Regions by the residency they satisfy: where customer content, backups, logs and keys may be.
 *
 * Source: "AWS Regions" of the AWS Global Infrastructure guide. `eu` holds the Regions of EU members only.
 */
const regionsOfResidency: Readonly<Record<string, readonly string[]>> = {
  us: ["us-east-1", "us-east-2", "us-west-1", "us-west-2"],
  us_gov: ["us-gov-east-1", "us-gov-west-1"],
  eu: ["eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2"],
  uk: ["eu-west-2"],
  ch: ["eu-central-2"],
  ca: ["ca-central-1", "ca-west-1"],
  au: ["ap-southeast-2", "ap-southeast-4"],
  jp: ["ap-northeast-1", "ap-northeast-3"],
  kr: ["ap-northeast-2"],
  sg: ["ap-southeast-1"],
  in: ["ap-south-1", "ap-south-2"],
  br: ["sa-east-1"],
  za: ["af-south-1"],
  ae: ["me-central-1"],
  il: ["il-central-1"],
};

/** Every residency that a tenant or a cell may name. */
export const residencies: readonly string[] = Object.keys(regionsOfResidency);

/** Regions inside a residency; empty for an unknown one. */
export const regionsOf = (residency: string): readonly string[] =>
  Object.hasOwn(regionsOfResidency, residency) ? (regionsOfResidency[residency] ?? []) : [];

/** Whether what lies in `region` stays inside `residency`. */
export const isResident = (region: string, residency: string): boolean => regionsOf(residency).includes(region);
