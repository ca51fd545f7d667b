import { findLoosened } from "../protections/find-loosened.ts";
import type { ProtectionKind } from "../protections/protection.ts";
import type { GatedChange, GateFinding } from "./gate.ts";

/** What protects less than before, of one kind; nothing where a side is not there. */
export const looserIn = (
  { stack, base, head, difference }: GatedChange,
  kind: ProtectionKind,
): readonly Omit<GateFinding, "gate">[] =>
  base === undefined || head === undefined || difference.operations.length === 0
    ? []
    : findLoosened(base, head, kind).map((loosening) => ({ stack, ...loosening }));
