/** Where an official release of a program is had, with what its checksum is verified against. */
export interface Download {
  readonly url: string;
  /** The published list of checksums, or the checksum alone. */
  readonly checksumUrl: string;
  readonly algorithm: "sha256" | "sha512";
  /** Path of the program inside the archive; without it, the download is the program itself. */
  readonly member?: string;
  /** Other executables of the same archive that belong to it, placed beside it. */
  readonly companions?: readonly string[];
}

/** How a program is built from its published Go module. */
export interface GoBuild {
  /** Lines of go.mod after `go`; called with a folder that the go command may run in. */
  readonly moduleLines?: (go: (args: readonly string[]) => Promise<string>) => Promise<readonly string[]>;
  /** Arguments of `go get`; without them, the module lines say all. */
  readonly get?: readonly string[];
  readonly packagePath: string;
  readonly flags: readonly string[];
  /** Of an empty build cache on two cores, for the progress line. */
  readonly expectedSeconds: number;
}

/** An executable that the sandbox or the engine needs. */
export interface Program {
  readonly name: string;
  readonly version: string;
  /** Prints the version, or anything that shows that the program is what it says. */
  readonly versionArguments: readonly string[];
  /** Group 1 is the version; without a group, a match is enough. */
  readonly versionPattern: RegExp;
  /** `newer` also takes any later version from PATH, `patch` only a later one of the same minor version, `none` looks not there. */
  readonly accepts: "newer" | "patch" | "none";
  readonly downloads: readonly Download[];
  readonly build?: GoBuild;
  /** What a person installs where nothing else works. */
  readonly homepage: string;
}
