import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { wholePattern } from "../../../sandbox/aws/check-properties.ts";
import { derivedResources } from "../../../sandbox/aws/derived-types.ts";
import { typeDefinitions } from "../../../sandbox/aws/types/index.ts";
import { deriveTypes, type ModelFactsByProperty, type TypeNames } from "../../../scripts/aws/derive.ts";
import { dataShare, withShare } from "../../../scripts/aws/share.ts";

const read = (file: string): unknown => JSON.parse(readFileSync(`sandbox/aws/data/${file}.json`, "utf8"));
const names = read("names") as Record<string, TypeNames>;
const facts = read("model-facts") as ModelFactsByProperty;

describe("derived AWS types", () => {
  it("are what the pinned npm packages say today: no input is missing and none is invented", () => {
    deepEqual(read("types"), JSON.parse(JSON.stringify(deriveTypes(names, facts))));
  }).timeout(60_000);

  it("are the types that the account offers, no more and no fewer", () => {
    deepEqual(typeDefinitions.map(({ token }) => token).sort(), Object.keys(derivedResources()).sort());
  });

  it("have only patterns that can be read, and that some text matches whole", () => {
    const patterns = Object.values(facts).flatMap(({ pattern }) => pattern ?? []);
    for (const pattern of patterns) wholePattern(pattern);
    equal(wholePattern("[a-z]+").test("abc1"), false);
    equal(wholePattern("[a-z]+").test("abc"), true);
  });

  it("come from outside data in the share that the README shows", () => {
    const readme = readFileSync("sandbox/aws/README.md", "utf8");
    equal(readme, withShare(readme, dataShare(names, deriveTypes(names, facts))));
  }).timeout(60_000);

  it("find every mapped name in outside data, so that no mapping is dead", () => {
    const types = derivedResources();
    const dead = Object.entries(names).flatMap(([token, { names: mapped = {} }]) =>
      Object.keys(mapped)
        .filter((name) => types[token]?.inputs[name]?.sources === undefined)
        .map((name) => `${token} ${name}`),
    );
    deepEqual(dead, []);
  });
});
