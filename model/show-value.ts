const longest = 80;

/** A value as a person may have written it, on one line and short enough for a message. */
export function showValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
