import type { Located } from "../located.ts";
import type { Place } from "../provenance.ts";
import { isMap } from "./leaves.ts";

/** Where every value of a file stands: dotted path → place, `""` for the file as a whole. List items by number. */
export function placesOf(document: Located): Readonly<Record<string, Place>> {
  const places: [string, Place][] = [];
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    places.push([path.join("."), document.placeOf(path)]);
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    } else if (isMap(value)) {
      for (const [key, inner] of Object.entries(value)) {
        visit(inner, [...path, key]);
      }
    }
  };
  visit(document.value, []);
  return Object.fromEntries(places);
}
