import { join } from "node:path";
import { checkDocument } from "../files/check-document.ts";
import type { SourceDocument } from "../files/document.ts";
import { readDocument } from "../files/read-document.ts";
import type { Problem } from "../model/problems.ts";
import { FleetSpec } from "../model/specs/fleet-spec.ts";

export type FleetFileReading =
  | { readonly kind: "read"; readonly spec: FleetSpec; readonly document: SourceDocument }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads and checks `fleet.yaml` of the fleet's folder. */
export function readFleetFile(root: string): FleetFileReading {
  const reading = readDocument(join(root, "fleet.yaml"), { root });
  if (reading.kind === "refused") {
    return reading;
  }
  const checked = checkDocument(reading.document, FleetSpec);
  return checked.kind === "refused" ? checked : { kind: "read", spec: checked.value, document: reading.document };
}
