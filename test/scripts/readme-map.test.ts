import { equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readmeWithMap } from "../../scripts/readme-map.ts";

describe("README", () => {
  it("draws the folders as the code has them; mended by `npm run readme`", () => {
    equal(readFileSync("README.md", "utf8"), readmeWithMap());
  }).timeout(60_000);
});
