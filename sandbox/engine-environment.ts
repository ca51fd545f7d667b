import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { sandboxPaths } from "./daemon/sandbox-paths.ts";
import { ensureEngine } from "./engine/ensure-engine.ts";

const nodeFolder = join(import.meta.dirname, "..", "node_modules", ".bin");

/**
 * The environment of every engine run in the sandbox of `folder`: engine and Node first on PATH, plugins and state in
 * the sandbox, nothing asked of the network. Added to the process's own.
 *
 * @param passphraseFile holds what stack state is encrypted with, made where it is missing. The engine keeps a salt of
 *   each stack in the project's configuration folder, so a project that is used with several sandboxes, or with one that
 *   was reset, keeps one passphrase for all of them. Absent: a file in the sandbox.
 * @throws ProgramMissingError where the engine cannot be had
 */
export async function engineEnvironment(
  sandbox: { readonly folder: string },
  passphraseFile?: string,
): Promise<Readonly<Record<string, string>>> {
  const paths = sandboxPaths(sandbox.folder);
  const { binFolder } = await ensureEngine();
  mkdirSync(paths.stateFolder, { recursive: true, mode: 0o700 });
  return {
    PATH: [...new Set([nodeFolder, binFolder, ...(process.env["PATH"] ?? "").split(delimiter)])].join(delimiter),
    PULUMI_HOME: paths.pulumiHome,
    PULUMI_BACKEND_URL: pathToFileURL(paths.stateFolder).href,
    PULUMI_CONFIG_PASSPHRASE: passphrase(passphraseFile ?? paths.passphraseFile),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DIY_BACKEND_NO_LEGACY_WARNING: "true",
    TENANTRY_SANDBOX_DIR: paths.folder,
  };
}

// Two processes may ask at once: whoever links first has made it, and both read the same.
function passphrase(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const own = `${file}.${randomBytes(6).toString("hex")}`;
    writeFileSync(own, randomBytes(24).toString("base64url"), { mode: 0o600 });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(own, { force: true });
    }
  }
  return readFileSync(file, "utf8");
}
