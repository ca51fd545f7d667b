import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findOrMakeProgram } from "../../../sandbox/engine/ensure-program.ts";
import { ProgramMissingError } from "../../../sandbox/engine/program-missing-error.ts";
import { type ReleaseServer, startReleaseServer, toolFrom, writeTool } from "../../support/release-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("findOrMakeProgram", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let releases: ReleaseServer;
  let environment: Record<string, string>;

  beforeEach(async () => {
    folder = temporaryFolder();
    releases = await startReleaseServer({ delayMilliseconds: 300 });
    environment = { XDG_CACHE_HOME: join(folder.path, "cache"), PATH: "/usr/bin:/bin" };
  });
  afterEach(() => {
    releases.close();
    folder.remove();
  });

  const cached = (): string => join(folder.path, "cache", "tenantry", "engine", "tool-2.0.0", "tool");

  it("takes what is on PATH where it is new enough, and what is older not", async () => {
    const newer = join(folder.path, "newer");
    const older = join(folder.path, "older");
    writeTool(newer, "2.1.0");
    writeTool(older, "1.9.9");
    const found = await findOrMakeProgram(releases.program, {
      environment: { ...environment, PATH: `${newer}:/usr/bin:/bin` },
    });
    assert.deepEqual(found, { path: join(newer, "tool"), source: "path" });
    assert.equal(releases.archiveRequests(), 0);
    const made = await findOrMakeProgram(releases.program, {
      environment: { ...environment, PATH: `${older}:/usr/bin:/bin` },
    });
    assert.deepEqual(made, { path: cached(), source: "download" });
  });

  it("asks for the same minor version where a later one would not do", async () => {
    const path = join(folder.path, "bin");
    const program = { ...releases.program, accepts: "patch" as const };
    writeTool(path, "2.1.0");
    assert.equal(
      (await findOrMakeProgram(program, { environment: { ...environment, PATH: `${path}:/usr/bin:/bin` } })).source,
      "download",
    );
    writeTool(path, "2.0.7");
    assert.equal(
      (await findOrMakeProgram(program, { environment: { ...environment, PATH: `${path}:/usr/bin:/bin` } })).source,
      "path",
    );
  });

  it("downloads once, says what it does, and takes the cached program from then on", async () => {
    const lines: string[] = [];
    const onProgress = (line: string): void => void lines.push(line);
    assert.deepEqual(await findOrMakeProgram(releases.program, { environment, onProgress }), {
      path: cached(),
      source: "download",
    });
    assert.deepEqual(lines, [
      `tool 2.0.0: downloading from ${new URL(releases.program.downloads[0]?.url ?? "").host}`,
      "tool 2.0.0: ready",
    ]);
    assert.deepEqual(readdirSync(join(cached(), "..")).sort(), ["record.json", "tool", "tool-host"]);
    assert.deepEqual(await findOrMakeProgram(releases.program, { environment, onProgress }), {
      path: cached(),
      source: "download",
    });
    assert.equal(releases.archiveRequests(), 1);
    assert.equal(lines.length, 2);
  });

  for (const [damage, spoil] of [
    ["changed", (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace("2.0.0", "6.6.6"))],
    ["longer", (path: string) => appendFileSync(path, "#")],
    ["shorter", (path: string) => truncateSync(path, 5)],
    ["without a record", (path: string) => writeFileSync(join(path, "..", "record.json"), "{")],
  ] as const) {
    it(`fetches a cached program again that is ${damage}`, async () => {
      const { path } = await findOrMakeProgram(releases.program, { environment });
      const whole = readFileSync(path, "utf8");
      spoil(path);
      await findOrMakeProgram(releases.program, { environment });
      assert.equal(readFileSync(path, "utf8"), whole);
      assert.equal(releases.archiveRequests(), 2);
    });
  }

  it("makes a program once where two processes ask for it at once", async () => {
    const script = `
      import { findOrMakeProgram } from ${JSON.stringify(join(import.meta.dirname, "../../../sandbox/engine/ensure-program.ts"))};
      import { toolFrom } from ${JSON.stringify(join(import.meta.dirname, "../../support/release-server.ts"))};
      console.log((await findOrMakeProgram(toolFrom(${JSON.stringify(new URL(releases.program.downloads[0]?.url ?? "").origin)}))).path);`;
    const run = async (): Promise<string> => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
        env: environment,
        stdio: ["ignore", "pipe", "inherit"],
      });
      return (await text(child.stdout)).trim();
    };
    assert.deepEqual(await Promise.all([run(), run()]), [cached(), cached()]);
    assert.equal(releases.archiveRequests(), 1);
  });

  it("takes over the lock of a process that was killed", async () => {
    const lockFolder = join(folder.path, "cache", "tenantry", "engine", "tool-2.0.0.lock");
    mkdirSync(lockFolder, { recursive: true });
    utimesSync(lockFolder, new Date(0), new Date(0));
    assert.equal((await findOrMakeProgram(releases.program, { environment })).path, cached());
    assert.equal(existsSync(lockFolder), false);
  });

  it("refuses a download that is not what the published checksum says, and leaves nothing behind", async () => {
    releases.serveInstead(Buffer.from("something else"));
    await assert.rejects(
      findOrMakeProgram(releases.program, { environment }),
      /sha256 checksum [0-9a-f]{64}, published is [0-9a-f]{64}/,
    );
    assert.deepEqual(readdirSync(join(folder.path, "cache", "tenantry", "engine")), []);
  });

  it("refuses a release that says it is another version", async () => {
    await assert.rejects(
      findOrMakeProgram({ ...releases.program, version: "2.0.1" }, { environment }),
      /says it is 2\.0\.0, wanted is 2\.0\.1/,
    );
  });

  it("says in one message what to install and where it was looked for", async () => {
    const closed = toolFrom("http://127.0.0.1:9");
    const build = {
      packagePath: "tool.example/cmd/tool",
      flags: [],
      get: ["tool.example/cmd/tool@v2.0.0"],
      expectedSeconds: 1,
    };
    await assert.rejects(findOrMakeProgram({ ...closed, build }, { environment }), (error) => {
      assert.ok(error instanceof ProgramMissingError);
      assert.deepEqual(
        error.attempts.map(({ place }) => place),
        ["PATH", join(cached(), ".."), "http://127.0.0.1:9/tool-v2.0.0.tar.gz", "go build tool.example/cmd/tool"],
      );
      assert.match(error.message, /^tool 2\.0\.0 is needed and could not be had\.\nLooked for:\n {2}PATH: not there\n/);
      assert.match(
        error.message,
        /Go 1\.26 or newer is not on PATH \(https:\/\/go\.dev\/dl\/\)\nInstall it by hand, so that it is on PATH: https:\/\/tool\.example\/install$/,
      );
      return true;
    });
  });
});
