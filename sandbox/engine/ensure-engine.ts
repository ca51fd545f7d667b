import { dirname, join } from "node:path";
import { placeTogether } from "./bin-folder.ts";
import { defaultCacheFolder } from "./cache.ts";
import { type EnsureOptions, findOrMakeProgram } from "./ensure-program.ts";
import { isExecutableFile } from "./find-on-path.ts";
import { programsFor } from "./programs.ts";

/** The engine, ready to run. */
export interface Engine {
  /** Holds `pulumi` and `pulumi-language-nodejs`; put it on PATH. */
  readonly binFolder: string;
  /** The CLI in that folder. */
  readonly pulumi: string;
}

/**
 * Makes the Pulumi CLI and its Node language host available in one folder. A host that came with the CLI is taken as it
 * is; one that was built here starts through a wrapper that keeps it from loading ts-node.
 *
 * @throws ProgramMissingError where either can be had in no way
 */
export async function ensureEngine(options: EnsureOptions = {}): Promise<Engine> {
  const programs = programsFor();
  const pulumi = await findOrMakeProgram(programs.pulumi, options);
  const binFolder = dirname(pulumi.path);
  if (await isExecutableFile(join(binFolder, "pulumi-language-nodejs"))) return { binFolder, pulumi: pulumi.path };
  const host = await findOrMakeProgram(programs["pulumi-language-nodejs"], options);
  const together = await placeTogether(defaultCacheFolder(options.environment), pulumi.path, host.path);
  return { binFolder: together, pulumi: join(together, "pulumi") };
}
