import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../../sandbox/engine/program.ts";

/** A loopback host of releases, as the official ones are laid out, of a program that is a shell script. */
export interface ReleaseServer {
  /** The program, downloaded from here. */
  readonly program: Program;
  /** How often the archive was asked for. */
  archiveRequests(): number;
  /** Answers the archive's request with these bytes, whatever the checksum says. */
  serveInstead(bytes: Buffer): void;
  close(): void;
}

/** Serves version 2.0.0 of `tool`. */
export async function startReleaseServer(
  options: { readonly delayMilliseconds?: number } = {},
): Promise<ReleaseServer> {
  let archive = makeArchive();
  const checksums = `${createHash("sha256").update(archive).digest("hex")}  tool-v2.0.0.tar.gz\n`;
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.url === "/SHA256SUMS") response.end(checksums);
    else if (request.url === "/tool-v2.0.0.tar.gz") {
      requests += 1;
      setTimeout(() => response.end(archive), options.delayMilliseconds ?? 0);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    program: toolFrom(`http://127.0.0.1:${address.port}`),
    archiveRequests: () => requests,
    serveInstead: (bytes) => {
      archive = bytes;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** `tool` 2.0.0 of a host. */
export function toolFrom(host: string): Program {
  return {
    name: "tool",
    version: "2.0.0",
    versionArguments: ["--version"],
    versionPattern: /^tool (\d+\.\d+\.\d+)/m,
    accepts: "newer",
    downloads: [
      {
        url: `${host}/tool-v2.0.0.tar.gz`,
        checksumUrl: `${host}/SHA256SUMS`,
        algorithm: "sha256",
        member: "tool-v2.0.0/tool",
        companions: ["tool-v2.0.0/tool-host"],
      },
    ],
    homepage: "https://tool.example/install",
  };
}

/** Writes a shell script `tool` of that version into a folder. */
export function writeTool(folder: string, version: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "tool");
  writeFileSync(file, `#!/bin/sh\necho "tool ${version}"\n`, { mode: 0o755 });
  return file;
}

function makeArchive(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "tenantry-release-"));
  try {
    writeTool(join(folder, "tool-v2.0.0"), "2.0.0");
    writeFileSync(join(folder, "tool-v2.0.0", "tool-host"), "#!/bin/sh\n", { mode: 0o755 });
    execFileSync("tar", ["-czf", join(folder, "a.tar.gz"), "-C", folder, "tool-v2.0.0"]);
    return readFileSync(join(folder, "a.tar.gz"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
