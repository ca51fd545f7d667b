import { randomPackage } from "../../../sandbox/random/package.ts";
import { describeProviderContract } from "../../support/provider-contract.ts";

const text = { length: 12, lower: true, minLower: 1, overrideSpecial: "_-", keepers: { version: "1" } };

const cases = {
  "random:index/randomBytes:RandomBytes": { good: { length: 8, keepers: { a: "1" } }, other: { length: 9 } },
  "random:index/randomId:RandomId": { good: { byteLength: 4, prefix: "x-" }, other: { byteLength: 5, prefix: "x-" } },
  "random:index/randomInteger:RandomInteger": {
    good: { min: 1, max: 6, seed: "s", keepers: { a: "1" } },
    other: { min: 2, max: 6 },
  },
  "random:index/randomPassword:RandomPassword": { good: text, other: { ...text, keepers: { version: "2" } } },
  "random:index/randomPet:RandomPet": { good: { length: 3, prefix: "my", separator: "_" }, other: { length: 2 } },
  "random:index/randomShuffle:RandomShuffle": {
    good: { inputs: ["a", "b"], resultCount: 2 },
    other: { inputs: ["a"] },
  },
  "random:index/randomString:RandomString": { good: text, other: { ...text, length: 13 } },
  "random:index/randomUuid:RandomUuid": { good: { keepers: { a: "1" } }, other: { keepers: { a: "2" } } },
  "random:index/randomUuid4:RandomUuid4": { good: { keepers: { a: "1" } }, other: { keepers: { b: "1" } } },
  "random:index/randomUuid7:RandomUuid7": { good: { keepers: { a: "1" } }, other: {} },
};

for (const [token, { good, other }] of Object.entries(cases)) {
  describeProviderContract({ token, package: randomPackage, inputs: () => good, replacing: () => other });
}
