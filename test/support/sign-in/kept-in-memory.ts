import type { Adapter, AdapterPayload } from "oidc-provider";

/** Where a provider keeps what it hands out, as long as the test runs; one store for each kind. */
export function keptInMemory(): (kind: string) => Adapter {
  const kinds = new Map<string, Map<string, AdapterPayload>>();
  return (kind) => {
    const kept = kinds.get(kind) ?? new Map<string, AdapterPayload>();
    kinds.set(kind, kept);
    const by = (is: (payload: AdapterPayload) => boolean) => Promise.resolve([...kept.values()].find(is));
    return {
      upsert: async (id, payload) => void kept.set(id, payload),
      find: (id) => Promise.resolve(kept.get(id)),
      findByUid: (uid) => by((payload) => payload.uid === uid),
      findByUserCode: (userCode) => by((payload) => payload.userCode === userCode),
      consume: async (id) => void kept.set(id, { ...kept.get(id), consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void kept.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}
