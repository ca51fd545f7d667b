import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import {
  type BundleName,
  bundlePath,
  fingerprint,
  manifestPath,
  manifestVersion,
  sourceNamesIn,
} from "../stacks/bundle.mjs";

const root = join(import.meta.dirname, "..");

/** The file that each bundle is made from. */
const entries: Readonly<Record<BundleName, string>> = { program: "stacks/index.ts", cli: "cli/main.ts" };

/** Packages of many small files that most commands load; any other of the command line's stays where it is. */
const insideCli: ReadonlySet<string> = new Set([
  "@pulumi/aws",
  "@pulumi/kubernetes",
  "@pulumi/postgresql",
  "@pulumi/random",
  "commander",
  "fastest-levenshtein",
  "picocolors",
  "yaml",
  "zod",
]);

/** Packages that a bundle leaves out; of the program only the SDK, which the engine's launcher has loaded already. */
function packagesOutside(name: BundleName): readonly string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly [list in "dependencies" | "devDependencies"]: Readonly<Record<string, string>>;
  };
  const all = Object.keys({ ...dependencies, ...devDependencies });
  const outside = name === "program" ? ["@pulumi/pulumi"] : all.filter((dependency) => !insideCli.has(dependency));
  return outside.flatMap((dependency) => [dependency, `${dependency}/*`]);
}

/** What making the bundle came to. */
export interface BundleSummary {
  readonly bytes: number;
  /** Sources of the project in it, packages not counted. */
  readonly files: number;
  readonly milliseconds: number;
}

/**
 * Makes `dist/<name>.cjs` from the bundle's entry and all that it imports, and beside it the list of sources that it
 * was made from.
 */
export async function makeBundle(name: BundleName = "program"): Promise<BundleSummary> {
  const started = performance.now();
  const bundleFile = join(root, bundlePath(name));
  const manifestFile = join(root, manifestPath(name));
  const draft = `${bundleFile}.${process.pid}`;
  mkdirSync(dirname(bundleFile), { recursive: true });
  const folders = new Set<string>();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entries[name]],
    outfile: draft,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22.18",
    external: [...packagesOutside(name)],
    metafile: true,
    logLevel: "warning",
    plugins: [ownPlaces(folders)],
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes("node_modules/"));
  const files = [...sources, "package-lock.json", "scripts/make-bundle.ts"].map((path) => fingerprint(path));
  const listed = [...folders].map((path) => ({ path, names: sourceNamesIn(path) }));
  writeFileSync(`${manifestFile}.${process.pid}`, JSON.stringify({ manifestVersion, files, folders: listed }));
  // The manifest goes last: a bundle without one, or with an older one, is not used.
  renameSync(draft, bundleFile);
  renameSync(`${manifestFile}.${process.pid}`, manifestFile);
  return {
    bytes: statSync(bundleFile).size,
    files: sources.length,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Addresses of a source in a bundle, written for its own place in the repository. */
function addressOf(path: string): string {
  return `require("node:path").join(__dirname, ${JSON.stringify(relative(join(root, "dist"), path))})`;
}

/**
 * In a bundle every source has the bundle's address: where a source asks for its own, it is written in. A source that
 * loads whatever lies beside it (`createRequire(import.meta.url)`) gets what lies there now, from the bundle; the
 * folder's list of names goes into the manifest, so that a new file makes the bundle stale.
 */
function ownPlaces(folders: Set<string>): Plugin {
  return {
    name: "own-places",
    setup({ onLoad, onResolve }) {
      // This script is run by its sources.
      onResolve({ filter: /\/scripts\/make-bundle\.ts$/ }, () => ({
        path: "../scripts/make-bundle.ts",
        external: true,
      }));
      onLoad({ filter: /\.m?[tj]s$/ }, ({ path }) => {
        if (path.includes("/node_modules/")) return undefined;
        let contents = readFileSync(path, "utf8");
        if (contents.includes(requireOfSources)) {
          folders.add(relative(root, dirname(path)));
          contents = contents.replace(requireOfSources, `const load = ${bundledRequire(path)};`);
        }
        contents = contents
          .replaceAll("createRequire(import.meta.url)", "require")
          .replaceAll(
            /import\.meta\.resolve\(("[^"]+")\)/g,
            'require("node:url").pathToFileURL(require.resolve($1)).href',
          )
          .replaceAll("import.meta.dirname", `require("node:path").dirname(${addressOf(path)})`)
          .replaceAll("import.meta.url", `require("node:url").pathToFileURL(${addressOf(path)}).href`);
        return { contents, loader: "ts" };
      });
    },
  };
}

/** How a source loads whatever lies beside it. */
const requireOfSources = "const load = createRequire(import.meta.url);";

/** A `require` of the sources beside `path` by their file names. */
function bundledRequire(path: string): string {
  const names = sourceNamesIn(relative(root, dirname(path))).filter((name) => name !== basename(path));
  const loads = names.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)})`);
  return `((file) => ({ ${loads.join(", ")} })[require("node:path").basename(file)]())`;
}
