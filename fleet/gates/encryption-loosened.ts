import { encryption } from "../protections/encryption.ts";
import { type Gate, gateOf } from "./gate.ts";
import { looserIn } from "./loosened.ts";

/** Nothing is encrypted less: no key weaker than the stack's own, no switch off, no older TLS, no rarer rotation. */
export const encryptionLoosened: Gate = gateOf("encryption-loosened", (change) => looserIn(change, encryption));
