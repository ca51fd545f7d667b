import { equal } from "node:assert/strict";
import { countsOf } from "../../../cli/demo/progress.ts";

describe("countsOf", () => {
  it("says the engine's counts in words, and leaves out what there was none of", () => {
    equal(countsOf({ same: 37, update: 2, delete: 0 }), "37 unchanged, 2 updated");
  });

  it("keeps an operation that it has no word for", () => {
    equal(countsOf({ replace: 1 }), "1 replace");
  });
});
