import type { PropertyMap } from "./provider.ts";

/**
 * Parses the values of a provider's configuration. The engine sends everything but text as JSON in a string
 * (`"port":"5432"`), so text that happens to be JSON must be named in `textNames` (a password of digits only).
 */
export function parseConfiguration(config: PropertyMap, textNames: readonly string[] = []): PropertyMap {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      typeof value === "string" && !textNames.includes(name) ? parsed(value) : value,
    ]),
  );
}

function parsed(text: string): unknown {
  if (!/^(?:[{[\d-]|true$|false$|null$)/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value ?? undefined;
  } catch {
    // Not JSON after all: text that begins like it.
    return text;
  }
}
