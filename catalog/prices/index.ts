import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { type PriceBook, PriceBookError } from "../../model/price-book.ts";

const load = createRequire(import.meta.url);
const known = new Map<string, PriceBook | undefined>();

/**
 * The price book of a Region; only its own file is read, and once a process. Undefined where the catalog has none: no
 * other Region's prices are taken instead.
 *
 * @param folder where books lie; absent: this folder.
 * @throws PriceBookError where a file's book is not named like the file, or is no book.
 */
export function findPriceBook(region: string, folder: string = import.meta.dirname): PriceBook | undefined {
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return undefined;
  const file = join(folder, `${region}.ts`);
  if (known.has(file)) return known.get(file);
  const book = existsSync(file) ? readBook(file, region) : undefined;
  known.set(file, book);
  return book;
}

function readBook(file: string, region: string): PriceBook {
  const { book } = load(file) as { readonly book?: PriceBook };
  if (book?.region !== region) throw new PriceBookError(`${file} must export a book of the Region "${region}"`);
  return book;
}

/** Regions that the catalog has prices of; a new file in the folder is a new Region. */
export const pricedRegions = (folder: string = import.meta.dirname): readonly string[] =>
  readdirSync(folder)
    .filter((file) => /^[a-z]{2}(-[a-z]+)+-\d\.ts$/.test(file))
    .map((file) => basename(file, ".ts"))
    .toSorted();
