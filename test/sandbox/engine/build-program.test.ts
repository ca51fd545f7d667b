import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findOrMakeProgram } from "../../../sandbox/engine/ensure-program.ts";
import type { Program } from "../../../sandbox/engine/program.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const tool: Program = {
  name: "tool",
  version: "2.0.0",
  versionArguments: ["--version"],
  versionPattern: /^tool (\d+\.\d+\.\d+)/m,
  accepts: "none",
  downloads: [],
  build: {
    get: ["-tool", "tool.example/cmd/tool@v2.0.0"],
    packagePath: "tool.example/cmd/tool",
    flags: ["-ldflags", "-s -w"],
    expectedSeconds: 260,
  },
  homepage: "https://tool.example/install",
};

// Stands for the go command: notes how it was called, and "builds" a script.
const go = (version: string, log: string): string => `#!/bin/sh
if [ "$1" = env ]; then echo "${version}"; exit 0; fi
echo "$CGO_ENABLED|$GOWORK|\${GOOS-none}|$*" >> "${log}"
cat go.mod >> "${log}"
if [ "$1" = build ]; then
  while [ "$1" != -o ]; do shift; done
  printf '#!/bin/sh\\necho "tool 2.0.0"\\n' > "$2"; chmod +x "$2"
elif [ -n "$GO_FAILS" ]; then echo "first line" >&2; echo "module tool.example: not found" >&2; exit 1; fi
`;

describe("buildProgram", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let environment: Record<string, string>;
  const log = (): string => join(folder.path, "log");
  const installGo = (version: string): void => {
    mkdirSync(join(folder.path, "go"), { recursive: true });
    writeFileSync(join(folder.path, "go", "go"), go(version, log()), { mode: 0o755 });
  };

  beforeEach(() => {
    folder = temporaryFolder();
    environment = { XDG_CACHE_HOME: folder.path, PATH: `${join(folder.path, "go")}:/usr/bin:/bin`, GOOS: "plan9" };
  });
  afterEach(() => folder.remove());

  it("builds a program from its module, for this machine whatever the person builds for, and says how long it may take", async () => {
    installGo("go1.26.8");
    const lines: string[] = [];
    const found = await findOrMakeProgram(tool, { environment, onProgress: (line) => lines.push(line) });
    assert.deepEqual(found, { path: join(folder.path, "tenantry", "engine", "tool-2.0.0", "tool"), source: "build" });
    const output = /-o (\S+) /.exec(readFileSync(log(), "utf8"))?.[1] ?? "";
    assert.equal(
      readFileSync(log(), "utf8").replace(output, "OUTPUT"),
      [
        "0|off|none|get -tool tool.example/cmd/tool@v2.0.0",
        "module engine.local/build\n\ngo 1.26.0",
        "0|off|none|build -ldflags -s -w -o OUTPUT tool.example/cmd/tool",
        "module engine.local/build\n\ngo 1.26.0\n",
      ].join("\n"),
    );
    assert.deepEqual(lines, [
      "tool 2.0.0: building from its Go module, up to 5 min on two cores the first time, once a machine",
      "tool 2.0.0: ready",
    ]);
  });

  it("writes the lines of a module that needs more than go get", async () => {
    installGo("go1.27.0");
    const asked: string[] = [];
    const moduleLines = async (run: (args: readonly string[]) => Promise<string>): Promise<readonly string[]> => {
      asked.push(await run(["mod", "download"]));
      return ["require tool.example v2.0.0"];
    };
    await findOrMakeProgram(
      {
        ...tool,
        build: { moduleLines, packagePath: "tool.example/cmd/tool", flags: ["-mod=mod"], expectedSeconds: 25 },
      },
      { environment },
    );
    assert.match(
      readFileSync(log(), "utf8"),
      /build -mod=mod -o \S+ tool\.example\/cmd\/tool\nmodule engine\.local\/build\n\ngo 1\.26\.0\n\nrequire tool\.example v2\.0\.0\n$/,
    );
    assert.equal(asked.length, 1);
  });

  it("refuses a Go that is too old, and takes one that is new enough", async () => {
    installGo("go1.25.9");
    await assert.rejects(findOrMakeProgram(tool, { environment }), /go is go1\.25\.9; Go 1\.26 or newer is needed/);
    installGo("go1.26.0");
    assert.equal((await findOrMakeProgram(tool, { environment })).source, "build");
  });

  it("passes on what the go command said when it failed", async () => {
    installGo("go1.26.8");
    await assert.rejects(
      findOrMakeProgram(tool, { environment: { ...environment, GO_FAILS: "1" } }),
      /go get failed: first line · module tool\.example: not found/,
    );
  });
});
