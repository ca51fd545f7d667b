import { join } from "node:path";

/** Where things lie in a sandbox's folder. */
export interface SandboxPaths {
  readonly folder: string;
  /** How to reach the running daemon, with its secret. */
  readonly daemonFile: string;
  readonly daemonLog: string;
  /** Port and token for the plugins' launchers. */
  readonly pluginAddressFile: string;
  readonly storeFile: string;
  /** A record of each child process. */
  readonly processFolder: string;
  readonly pulumiHome: string;
  /** Pulumi's state: a `file://` backend. */
  readonly stateFolder: string;
  readonly passphraseFile: string;
}

export function sandboxPaths(folder: string): SandboxPaths {
  return {
    folder,
    daemonFile: join(folder, "daemon.json"),
    daemonLog: join(folder, "daemon.log"),
    pluginAddressFile: join(folder, "plugin.address"),
    storeFile: join(folder, "store.db"),
    processFolder: join(folder, "processes"),
    pulumiHome: join(folder, "pulumi-home"),
    stateFolder: join(folder, "state"),
    passphraseFile: join(folder, "passphrase"),
  };
}
