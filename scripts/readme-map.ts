import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const begin = "<!-- map:begin -->";
const end = "<!-- map:end -->";
const folders =
  "model files tiers cells catalog application tenants components stacks fleet automation sandbox cli".split(" ");

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

/** Which folder imports which, as the code has it now; an arrow that another path already tells is left out. */
function imports(): readonly (readonly [from: string, to: string])[] {
  const cruiser = join(root, "node_modules/.bin/depcruise");
  const output = execFileSync(cruiser, ["--output-type", "json", ...folders], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const folderOf = (path: string) => folders.find((folder) => path.startsWith(`${folder}/`));
  const pairs = (JSON.parse(output) as Cruise).modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => `${folderOf(source)} ${folderOf(resolved)}`),
  );
  return [...new Set(pairs)]
    .map((pair) => pair.split(" ") as [string, string])
    .filter(([from, to]) => from !== to && to !== "undefined" && from !== "undefined")
    .sort(([a, b], [c, d]) => a.localeCompare(c) || b.localeCompare(d));
}

/** Leaves out what follows from two other arrows, so that the picture shows layers and not a web. */
function withoutShortcuts(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const next = (from: string) => pairs.filter(([source]) => source === from).map(([, to]) => to);
  const reaches = (from: string, to: string): boolean => next(from).some((step) => step === to || reaches(step, to));
  return pairs.filter(([from, to]) => !next(from).some((step) => step !== to && reaches(step, to)));
}

/** The README with its picture of the folders drawn from the code. */
export function readmeWithMap(): string {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const arrows = withoutShortcuts(imports()).map(([from, to]) => `  ${from} --> ${to}`);
  const picture = ["```mermaid", "graph LR", ...arrows, "```"].join("\n");
  const [before] = readme.split(begin);
  const [, after] = readme.split(end);
  return `${before}${begin}\n${picture}\n${end}${after}`;
}
