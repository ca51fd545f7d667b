import type { PropertyMap } from "../provider/provider.ts";
import { isMap } from "../provider/structural-diff.ts";

/** A property as text; undefined where it is absent or not known yet. */
export function text(inputs: PropertyMap, name: string): string | undefined {
  const value = inputs[name];
  return typeof value === "string" ? value : undefined;
}

/** A property as a number; undefined where it is absent or not known yet. */
export function number(inputs: PropertyMap, name: string): number | undefined {
  const value = inputs[name];
  return typeof value === "number" ? value : undefined;
}

/** True where the property is true; absent and unknown are not. */
export function flag(inputs: PropertyMap, name: string): boolean {
  return inputs[name] === true;
}

/** A property's texts; empty where it is absent or unknown, unknown elements left out. */
export function texts(inputs: PropertyMap, name: string): readonly string[] {
  const value = inputs[name];
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === "string") : [];
}

/** A property's maps; a single map counts as a list of one. */
export function maps(inputs: PropertyMap, name: string): readonly PropertyMap[] {
  const value = inputs[name];
  if (isMap(value)) return [value];
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** A property as a map; empty where it is absent or unknown. */
export function map(inputs: PropertyMap, name: string): PropertyMap {
  const value = inputs[name];
  return isMap(value) ? value : {};
}
