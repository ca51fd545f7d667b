import { isMap } from "../../model/resolve/leaves.ts";
import { below, type PropertyPath } from "./property-values.ts";

/** Every property of a resource down to its values; a text that holds JSON is one. */
export const propertyPaths = (inputs: unknown): readonly PropertyPath[] => paths(inputs, "").map((path) => ({ path }));

function paths(value: unknown, path: string): readonly string[] {
  if (isMap(value) && Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, inner]) => paths(inner, below(path, key)));
  }
  if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
    return value.flatMap((item, index) => paths(item, `${path}[${index}]`));
  }
  return path === "" ? [] : [path];
}
