import { unknownValue } from "./provider.ts";

/** True for a value that is not known yet, or holds one at any depth. */
export function holdsUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  return value !== null && typeof value === "object" && Object.values(value).some(holdsUnknown);
}
