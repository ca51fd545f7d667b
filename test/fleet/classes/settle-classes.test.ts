import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { settleClasses } from "../../../fleet/classes/settle-classes.ts";

interface Document {
  readonly features: ReadonlyMap<string, string | number>;
}

const documentsOf = (entries: readonly Readonly<Record<string, string | number>>[]): readonly Document[] =>
  entries.map((entry) => ({ features: new Map(Object.entries(entry)) }));

/** Settles by a rule over features, and counts what was looked at. */
async function settle(documents: readonly Document[], rule: (document: Document) => string) {
  let looked = 0;
  const settled = await settleClasses([documents], {
    examine: async (some) => {
      looked += some.length;
      return new Map(some.map((one) => [one, rule(one)]));
    },
    keyOf: (result: string) => result,
  });
  return {
    looked,
    resultOf: new Map(settled.flatMap(({ documents: alike, result }) => alike.map((one) => [one, result]))),
  };
}

describe("settling classes", () => {
  it("looks at a few of many that come to the same", async () => {
    const documents = documentsOf(Array.from({ length: 400 }, (_, users) => ({ users, owner: users % 2 ? "a" : "b" })));
    const { looked, resultOf } = await settle(documents, () => "alike");
    ok(looked <= 4, `${looked} were looked at`);
    deepEqual([...new Set(resultOf.values())], ["alike"]);
  });

  it("finds the amount from which on results differ, by halving", async () => {
    const documents = documentsOf(Array.from({ length: 400 }, (_, users) => ({ users })));
    const { looked, resultOf } = await settle(documents, ({ features }) => String(Number(features.get("users")) > 137));
    ok(looked <= 40, `${looked} were looked at`);
    for (const one of documents) deepEqual(resultOf.get(one), String(Number(one.features.get("users")) > 137));
  });

  it("says of each document what looking at it would, for any rule over choices that shows at their ends", async () => {
    const choice = fc.record({
      tier: fc.constantFrom("a", "b", "c"),
      sso: fc.constantFrom("on", "off"),
      users: fc.nat(50),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 60 }), fc.nat(50), async (entries, threshold) => {
        const documents = documentsOf(entries);
        const rule = ({ features }: Document) => `${features.get("tier")} ${Number(features.get("users")) > threshold}`;
        const { resultOf } = await settle(documents, rule);
        for (const one of documents) deepEqual(resultOf.get(one), rule(one));
      }),
    );
  });

  it("leaves a document out that could not be looked at, and settles the others", async () => {
    const documents = documentsOf([{ tier: "a" }, { tier: "b" }, { tier: "c" }]);
    const settled = await settleClasses([documents], {
      examine: async (some) =>
        new Map(some.flatMap((one): [Document, string][] => (one.features.get("tier") === "b" ? [] : [[one, "fine"]]))),
      keyOf: (result: string) => result,
    });
    deepEqual(
      settled.flatMap(({ documents: alike }) => alike.map(({ features }) => features.get("tier"))),
      ["a", "c"],
    );
  });
});
