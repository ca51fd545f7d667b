import type { Store } from "../../sandbox/world/world.ts";

/** A store that lasts as long as the test. */
export function memoryStore(): Store {
  const rows = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  const collection = (name: string) => {
    const found = rows.get(name) ?? new Map<string, Readonly<Record<string, unknown>>>();
    rows.set(name, found);
    return found;
  };
  return {
    get: (name, key) => collection(name).get(key),
    set: (name, key, value) => void collection(name).set(key, structuredClone(value)),
    delete: (name, key) => void collection(name).delete(key),
    list: (name) => [...collection(name)].map(([key, value]) => ({ key, value })),
  };
}
