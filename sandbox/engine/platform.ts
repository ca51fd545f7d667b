const goArchitectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** Names of this machine as release archives spell them. */
export interface Platform {
  /** `linux`, `darwin`. */
  readonly system: string;
  /** As Node says it: `x64`, `arm64`. */
  readonly architecture: string;
  /** As Go says it: `amd64`, `arm64`. */
  readonly goArchitecture: string;
}

/** The machine that this process runs on. */
export function thisPlatform(): Platform {
  return {
    system: process.platform,
    architecture: process.arch,
    goArchitecture: goArchitectures[process.arch] ?? process.arch,
  };
}
