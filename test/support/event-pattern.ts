type Json = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether EventBridge would hand the event to a rule of this pattern: `$or`, `exists`, `anything-but` and plain values,
 * which is all that the declared rules use. A list in the event matches where one of its members does.
 */
export function matchesPattern(pattern: Json, event: unknown): boolean {
  if (Array.isArray(event)) return event.some((one) => matchesPattern(pattern, one));
  return Object.entries(pattern).every(([name, wanted]) => {
    if (name === "$or") return (wanted as Json[]).some((one) => matchesPattern(one, event));
    const found = isMap(event) ? event[name] : undefined;
    return isMap(wanted)
      ? matchesPattern(wanted, found)
      : (wanted as unknown[]).some((one) => matchesValue(one, found));
  });
}

function matchesValue(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(found)) return found.some((one) => matchesValue(wanted, one));
  if (!isMap(wanted)) return wanted === found;
  if ("exists" in wanted) return wanted["exists"] === (found !== undefined);
  if ("anything-but" in wanted) return found !== undefined && !(wanted["anything-but"] as unknown[]).includes(found);
  throw new Error(`the matcher does not know ${Object.keys(wanted).join(", ")}`);
}
