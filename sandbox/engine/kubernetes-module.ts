import { readFile } from "node:fs/promises";

/**
 * Lines of a go.mod that builds a command of `k8s.io/kubernetes`. Its own go.mod replaces the modules it is staged from
 * by folders that the published module does not have; each is published as `v0.<minor>.<patch>`, so that is what they
 * are replaced by here. Other modules of the same host (`k8s.io/utils`) have versions of their own and stay as they are.
 *
 * @param version such as `1.37.2`
 * @param go runs the go command and gives its standard output
 * @throws where the module cannot be had or replaces nothing
 */
export async function kubernetesModuleLines(
  version: string,
  go: (args: readonly string[]) => Promise<string>,
): Promise<readonly string[]> {
  const downloaded = JSON.parse(await go(["mod", "download", "-json", `k8s.io/kubernetes@v${version}`])) as {
    readonly GoMod: string;
  };
  const modules = stagedModules(await readFile(downloaded.GoMod, "utf8"));
  if (modules.length === 0)
    throw new Error(`go.mod of k8s.io/kubernetes v${version} replaces no module by ./staging/…`);
  const staged = version.replace(/^1\./, "0.");
  return [
    `require k8s.io/kubernetes v${version}`,
    ...modules.map((module) => `replace ${module} => ${module} v${staged}`),
  ];
}

/** The modules that a go.mod replaces by a folder `./staging/…`. */
function stagedModules(goMod: string): readonly string[] {
  return [...goMod.matchAll(/^\s*(?:replace\s+)?(\S+)\s+=>\s+\.\/staging\/\S+$/gm)].flatMap((match) => match[1] ?? []);
}
