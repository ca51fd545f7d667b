import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { mergePatch } from "../../../model/resolve/merge-patch.ts";

/** The algorithm as RFC 7396 writes it down, word by word, on a copy. */
function reference(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const isObject = typeof target === "object" && target !== null && !Array.isArray(target);
  const result: Record<string, unknown> = Object.assign(Object.create(null), isObject ? target : {});
  for (const name of Object.keys(patch)) {
    const value = (patch as Record<string, unknown>)[name];
    if (value === null) {
      delete result[name];
    } else {
      result[name] = reference(result[name], value);
    }
  }
  return result;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");
const json = fc.jsonValue({ maxDepth: 4 });

describe("mergePatch", () => {
  it("R-TPL-4 merges as RFC 7396 does, for any two documents", () => {
    fc.assert(
      fc.property(json, json, (target, patch) =>
        deepEqual(plain(mergePatch(target, patch)), plain(reference(target, patch))),
      ),
    );
  });

  it("R-TPL-4 changes neither of its arguments", () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const before = JSON.stringify([target, patch]);
        mergePatch(target, patch);
        equal(JSON.stringify([target, patch]), before);
      }),
    );
  });

  it("R-TPL-4 a second merge of the same patch changes nothing more", () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const once = mergePatch(target, patch);
        deepEqual(plain(mergePatch(once, patch)), plain(once));
      }),
    );
  });

  it("keeps __proto__ a key like any other", () => {
    const merged = mergePatch({ a: 1 }, JSON.parse('{"__proto__": {"polluted": true}}'));
    equal(Object.hasOwn(merged as object, "__proto__"), true);
    equal(({} as Record<string, unknown>)["polluted"], undefined);
    equal(Object.getPrototypeOf(merged), Object.prototype);
  });
});
