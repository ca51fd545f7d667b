import { equal } from "node:assert/strict";
import { isMendable } from "../../cli/mendable.ts";
import { PriceBookError } from "../../model/price-book.ts";

describe("what a person can mend", () => {
  it("R-INF-9 is a price book that cannot be read, and no defect of the program", () => {
    equal(isMendable(new PriceBookError("price of kms.key in us-east-1: has two prices")), true);
    equal(isMendable(new TypeError("undefined is not a function")), false);
  });
});
