/** Steps into a value: names of properties and indexes of lists. */
export type PropertyPath = readonly (string | number)[];

const plainName = /^[A-Za-z_$][\w$-]*$/;
const step = /\[(\d+|\*)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[]+)/g;

/** Writes a path as the engine prints it: `tags.owner`, `ingress[0].fromPort`, `labels["a.b/c"]`. */
export function formatPath(path: PropertyPath): string {
  let text = "";
  for (const each of path) {
    if (typeof each === "number") text += `[${each}]`;
    else if (!plainName.test(each)) text += `[${JSON.stringify(each)}]`;
    else text += text === "" ? each : `.${each}`;
  }
  return text;
}

/** Reads a path as options such as `ignoreChanges` write it; a step `*` stands for every one. */
export function parsePath(text: string): PropertyPath {
  return [...text.matchAll(step)].map(([, index, quoted, name]) => {
    if (quoted !== undefined) return String(JSON.parse(quoted));
    if (index === undefined) return name ?? "";
    return index === "*" ? index : Number(index);
  });
}

/** Whether `path` is the place that `pattern` names, or lies inside it; `*` in the pattern stands for any step. */
export function isWithin(path: PropertyPath, pattern: PropertyPath): boolean {
  return pattern.length <= path.length && pattern.every((each, index) => each === "*" || each === path[index]);
}
