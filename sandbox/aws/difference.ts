import type { DiffResult, PropertyMap } from "../provider/provider.ts";
import { changedPaths } from "../provider/structural-diff.ts";
import type { TypeDefinition } from "./define-type.ts";
import { derivedResource } from "./derived-types.ts";
import { text } from "./values.ts";

/** What differs, and what of it cannot change in place: by the registry, corrected by the definition. */
export function difference(definition: TypeDefinition, olds: PropertyMap, news: PropertyMap): DiffResult {
  const { inputs: properties } = derivedResource(definition.token);
  const { replaces = [], inPlace = [], naming } = definition;
  const forces = (path: string) => {
    const name = path.split(/[.[]/)[0] ?? "";
    if (inPlace.includes(name)) return false;
    return (
      replaces.includes(name) ||
      properties[name]?.replaces === "yes" ||
      name === "region" ||
      (naming !== undefined && name === `${naming.input}Prefix`)
    );
  };
  const changed = changedPaths(olds, news);
  const replacing = changed.filter(forces);
  const nameStays =
    naming !== undefined && text(news, naming.input) !== undefined && news[naming.input] === olds[naming.input];
  return { changed, replaces: replacing, deleteBeforeReplace: replacing.length > 0 && nameStays };
}
