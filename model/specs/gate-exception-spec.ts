import { z } from "zod";
import { gateNames, gates, isGateName } from "../gates.ts";
import { nearest } from "../nearest.ts";
import { type Breach, holding, shaped } from "./rule.ts";
import { Day } from "./scalars.ts";

const gateForm = /^[a-z][a-z0-9-]{1,62}$/;

function gateUnknown(gate: string): Breach | undefined {
  if (!gateForm.test(gate) || isGateName(gate)) return undefined;
  const meant = nearest(gate, gateNames);
  return {
    code: "EXCEPTION_GATE_UNKNOWN",
    message: "there is no such gate, so the exception would lift nothing",
    allowed: gateNames.join(", "),
    suggestion:
      meant === undefined ? "copy the name from the report that refused the change" : `did you mean ${meant}?`,
  };
}

const exceptionSpec = z.strictObject({
  gate: holding(
    z.string(),
    shaped(gateForm, {
      code: "EXCEPTION_GATE_FORM",
      message: "is not the name of a gate",
      allowed: "a-z, 0-9 and -",
    }),
    gateUnknown,
  ).meta({ description: "The rule that is lifted.", examples: ["data-bearing-replace"] }),
  resource: z
    .string()
    .min(1)
    .meta({ description: "The resource's logical name.", examples: ["acme-corp-data-database"] }),
  property: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "The property that may change; without it, the whole resource.", examples: ["storageType"] }),
  reason: z
    .string()
    .min(10)
    .meta({ description: "Why, in a sentence.", examples: ["planned move to gp3"] }),
  approved_by: z
    .string()
    .min(3)
    .meta({ description: "Who allowed it.", examples: ["ops@example.com"] }),
  until: Day.meta({ description: "Last day on which the exception holds.", examples: ["2026-12-31"] }),
});

/** Something that a gate would refuse, let through for a while: by name, with reason, approver and end. */
export const GateExceptionSpec = holding(exceptionSpec, ({ gate, resource }) =>
  isGateName(gate) && gates[gate].putsDataAtStake && /[*?]/.test(resource)
    ? {
        code: "EXCEPTION_WILDCARD",
        message: "an exception that puts data at stake names one resource",
        found: resource,
        allowed: "a logical name without * and ?",
        suggestion: "write one exception for each resource",
        path: ["resource"],
      }
    : undefined,
);
export type GateExceptionSpec = Readonly<z.infer<typeof GateExceptionSpec>>;
