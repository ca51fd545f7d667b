import { deletionProtection } from "../protections/deletion-protection.ts";
import { type Gate, gateOf } from "./gate.ts";
import { looserIn } from "./loosened.ts";

/** Nothing can be deleted more easily: neither by the cloud's own protection nor by Pulumi's. */
export const deletionProtectionLoosened: Gate = gateOf("deletion-protection-loosened", (change) =>
  looserIn(change, deletionProtection),
);
