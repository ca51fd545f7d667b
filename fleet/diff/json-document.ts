/** The map or list that a text holds as JSON; undefined for any other value, and for text that only begins like JSON. */
export function jsonDocument(text: unknown): object | undefined {
  if (typeof text !== "string" || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    // E.g. `{tenant}.example`.
    return undefined;
  }
}
