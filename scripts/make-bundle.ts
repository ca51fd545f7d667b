import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { bundlePath, fingerprint, manifestPath, manifestVersion, sourceNamesIn } from "../stacks/bundle.mjs";

const root = join(import.meta.dirname, "..");
const bundleFile = join(root, bundlePath);
const manifestFile = join(root, manifestPath);

/** What making the bundle came to. */
export interface BundleSummary {
  readonly bytes: number;
  /** Sources of the project in it, packages not counted. */
  readonly files: number;
  readonly milliseconds: number;
}

/**
 * Makes `dist/program.cjs` from `stacks/index.ts` and all that it imports, but the Pulumi SDK, of which the engine's
 * launcher has loaded the one copy already; and beside it the list of sources that it was made from.
 */
export async function makeBundle(): Promise<BundleSummary> {
  const started = performance.now();
  const draft = `${bundleFile}.${process.pid}`;
  mkdirSync(dirname(bundleFile), { recursive: true });
  const folders = new Set<string>();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["stacks/index.ts"],
    outfile: draft,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22.18",
    external: ["@pulumi/pulumi", "@pulumi/pulumi/*"],
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
  return `require("node:path").join(__dirname, ${JSON.stringify(relative(dirname(bundleFile), path))})`;
}

/**
 * In a bundle every source has the bundle's address: where a source asks for its own, it is written in. A source that
 * loads whatever lies beside it (`createRequire(import.meta.url)`) gets what lies there now, from the bundle; the
 * folder's list of names goes into the manifest, so that a new file makes the bundle stale.
 */
function ownPlaces(folders: Set<string>): Plugin {
  return {
    name: "own-places",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path.includes("/node_modules/")) return undefined;
        let contents = readFileSync(path, "utf8");
        if (contents.includes(ownRequire)) {
          folders.add(relative(root, dirname(path)));
          contents = contents.replace(ownRequire, bundledRequire(path));
        }
        contents = contents
          .replaceAll("import.meta.dirname", `require("node:path").dirname(${addressOf(path)})`)
          .replaceAll("import.meta.url", `require("node:url").pathToFileURL(${addressOf(path)}).href`);
        return { contents, loader: "ts" };
      });
    },
  };
}

const ownRequire = "createRequire(import.meta.url)";

/** A `require` of the sources beside `path` by their file names. */
function bundledRequire(path: string): string {
  const names = sourceNamesIn(relative(root, dirname(path))).filter((name) => name !== basename(path));
  const loads = names.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)})`);
  return `((file) => ({ ${loads.join(", ")} })[require("node:path").basename(file)]())`;
}
