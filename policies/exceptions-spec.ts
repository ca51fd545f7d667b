import { z } from "zod";
import { Day } from "../model/specs/scalars.ts";

/** Something that a scanner finds and that is meant to be so, for a while. */
export const ExceptionSpec = z.strictObject({
  /** The scanner's own id, e.g. `CKV_AWS_144`. */
  rule: z.string().regex(/^CKV2?_[A-Z0-9]+_\d+$/, "is not the id of a Checkov rule, such as CKV_AWS_144"),
  /** `<stack>/<resource>` as the scanner names it; `*` stands for any text, but a type or kind must be named. */
  scope: z.string().regex(/^[^/]+\/[A-Za-z][^/*]*[^/]*$/, "must be <stack>/<resource> and name the resource's type"),
  /** Why it is meant to be so, in a sentence that a security team can check. */
  reason: z.string().min(20),
  /** Last day on which it holds. */
  expires: Day,
});

/** `policies/exceptions.yaml`. */
export const ExceptionsSpec = z.strictObject({
  schema_version: z.literal(1),
  exceptions: z.array(ExceptionSpec),
});

export type PolicyException = z.infer<typeof ExceptionSpec>;
