import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderPackage } from "../provider/provider.ts";
import type { SandboxPaths } from "./sandbox-paths.ts";

/**
 * Installs an executable for each package where the engine looks for its plugins, and removes those of other versions.
 * An executable asks the daemon for a provider and prints its port, as a plugin does; a plugin so costs a few
 * milliseconds and no memory to speak of.
 */
export function installLaunchers(paths: SandboxPaths, packages: readonly ProviderPackage[]): void {
  const plugins = join(paths.pulumiHome, "plugins");
  mkdirSync(plugins, { recursive: true });
  const wanted = packages.map(({ name, version }) => `resource-${name}-v${version}`);
  for (const found of readdirSync(plugins))
    if (!wanted.includes(found)) rmSync(join(plugins, found), { recursive: true, force: true });
  for (const { name, version } of packages) {
    const folder = join(plugins, `resource-${name}-v${version}`);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `pulumi-resource-${name}`);
    // Whole or not at all: another run may be starting it now.
    writeFileSync(`${file}.new`, launcher(paths.pluginAddressFile, name), { mode: 0o755 });
    renameSync(`${file}.new`, file);
  }
}

function launcher(addressFile: string, packageName: string): string {
  const file = `'${addressFile.replaceAll("'", `'\\''`)}'`;
  return `#!/usr/bin/env bash
stopped() { echo "The sandbox is not running. Start it: tenantry sandbox start" >&2; exit 1; }
{ read -r port token < ${file}; } 2>/dev/null || stopped
{ exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || stopped
printf '%s %s\\n' "$token" ${packageName} >&3
read -r answer <&3 || stopped
case $answer in error*) echo "$answer" >&2; exit 1 ;; esac
echo "$answer"
# The connection lasts as long as this process: the daemon closes the provider when it ends.
exec cat <&3 >/dev/null
`;
}
