import { printable } from "../../model/printable.ts";
import type { GateFinding } from "../gates/gate.ts";
import { isOfTenants } from "./plan-totals.ts";

/**
 * The lines that lift a finding, to paste into the tenant's file; none where no exception can: those are about one
 * resource, and stand in tenants' files. Reason, approver and end are left
 * to a person: the date is no date yet, so that `tenantry check` refuses the lines until they are filled in.
 */
export function exceptionYaml({ gate, stack, resource, property }: GateFinding): readonly string[] {
  if (resource === undefined || !isOfTenants({ tenants: [stack] })) return [];
  return [
    "exceptions:",
    `  - gate: ${scalar(gate)}`,
    `    resource: ${scalar(resource)}`,
    ...(property === undefined ? [] : [`    property: ${scalar(property)}`]),
    "    reason: WHY, IN A SENTENCE",
    "    approved_by: WHO",
    "    until: YYYY-MM-DD",
  ];
}

/** Text as YAML reads it back, in one line: as it is where that is plain, else quoted with hidden characters escaped. */
function scalar(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)) return text;
  // No name can look like the hidden line by which a comment is found.
  const quoted = JSON.stringify(text).replaceAll("<!--", "\\u003c!--");
  return printable(quoted).replace(/\\u\{([0-9a-f]+)\}/g, (_, digits: string) => `\\U${digits.padStart(8, "0")}`);
}
