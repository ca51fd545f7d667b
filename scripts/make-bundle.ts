import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type Plugin } from "esbuild";
import { bundlePath, fingerprint, manifestPath, manifestVersion } from "../stacks/bundle.mjs";

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
    plugins: [ownAddresses],
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes("node_modules/"));
  const files = [...sources, "package-lock.json", "scripts/make-bundle.ts"].map((path) => fingerprint(path));
  writeFileSync(`${manifestFile}.${process.pid}`, JSON.stringify({ manifestVersion, files }));
  // The manifest goes last: a bundle without one, or with an older one, is not used.
  renameSync(draft, bundleFile);
  renameSync(`${manifestFile}.${process.pid}`, manifestFile);
  return {
    bytes: statSync(bundleFile).size,
    files: sources.length,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** In a bundle every source has the bundle's address: where a source asks for its own, it is written in. */
const ownAddresses: Plugin = {
  name: "own-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes("/node_modules/")) return undefined;
      const file = `require("node:path").join(__dirname, ${JSON.stringify(relative(dirname(bundleFile), path))})`;
      const contents = readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", `require("node:path").dirname(${file})`)
        .replaceAll("import.meta.url", `require("node:url").pathToFileURL(${file}).href`);
      return { contents, loader: "ts" };
    });
  },
};
