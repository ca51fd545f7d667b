import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPriceBook, pricedRegions } from "../../catalog/prices/index.ts";
import { awsPage, priceBook } from "../../model/price-book.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const books = pricedRegions().map((region) => findPriceBook(region));

describe("price books", () => {
  it("R-INF-9 gives every price a unit, a day and a page of its seller's", () => {
    deepEqual(pricedRegions(), ["eu-central-1", "eu-west-1", "us-east-1", "us-west-2"]);
    for (const [meter, price] of books.flatMap((book) => [...(book?.prices ?? [])])) {
      ok(price.usd > 0 && price.per >= 1, meter);
      ok(/^[A-Za-z -]+$/.test(price.unit), meter);
      ok(/^\d{4}-\d{2}-\d{2}$/.test(price.effective), meter);
      ok(price.source.startsWith("https://aws.amazon.com/"), meter);
    }
  });

  it("has the same things in every Region, in the same units", () => {
    const [first, ...others] = books.map((book) =>
      [...(book?.prices ?? [])].map(([meter, { unit, per }]) => `${meter} ${per} ${unit}`),
    );
    for (const other of others) deepEqual(other, first);
  });

  it("knows no Region without a file, and leaves the folder for none", () => {
    equal(findPriceBook("ap-south-1"), undefined);
    equal(findPriceBook("index"), undefined);
    equal(findPriceBook("../prices/us-east-1"), undefined);
  });

  it("takes a new file as a new Region, and refuses one that is another's", () => {
    const { path: folder, remove } = temporaryFolder();
    writeFileSync(join(folder, "ap-south-1.ts"), 'export const book = { region: "ap-south-1", prices: new Map() };');
    writeFileSync(join(folder, "ap-south-2.ts"), 'export const book = { region: "ap-south-1", prices: new Map() };');
    equal(findPriceBook("ap-south-1", folder)?.region, "ap-south-1");
    throws(() => findPriceBook("ap-south-2", folder), /must export a book of the Region "ap-south-2"/);
    remove();
  });

  it("refuses two prices of one thing, a price that is none, and a day that is none", () => {
    const page = (prices: Parameters<typeof awsPage>[3], day = "2026-01-01") => awsPage("kms", day, "high", prices);
    equal(priceBook("us-east-1", [page({ "kms.key": [1, "key-month"] })]).prices.get("kms.key")?.per, 1);
    const key = page({ "kms.key": [1, "key-month"] });
    throws(
      () => priceBook("us-east-1", [key, key]),
      /^PriceBookError: price of kms.key in us-east-1: has two prices; mend catalog\/prices\/us-east-1\.ts$/,
    );
    throws(() => priceBook("us-east-1", [page({ "kms.key": [-1, "key-month"] })]), /-1 for 1 is no price/);
    throws(() => priceBook("us-east-1", [page({ "kms.key": [1, "key-month", 0] })]), /1 for 0 is no price/);
    throws(() => priceBook("us-east-1", [page({ "kms.key": [1, "key"] }, "2026-13-01")]), /"2026-13-01" is no day/);
  });
});
