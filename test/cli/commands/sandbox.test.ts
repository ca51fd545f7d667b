import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exportLines } from "../../../cli/commands/sandbox-report.ts";
import { makeStacks, stackNames } from "../../../cli/commands/sandbox-stacks.ts";
import { engineEnvironment, resetSandbox, startSandbox } from "../../../sandbox/index.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const repository = resolve(import.meta.dirname, "../../..");

describe("tenantry sandbox", function () {
  this.timeout(90_000);
  const temporary = temporaryFolder();
  const folder = join(temporary.path, "sand box");
  after(async () => {
    await resetSandbox(folder);
    temporary.remove();
  });

  const tenantry = async (
    ...args: string[]
  ): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> =>
    await new Promise((done) => {
      const environment = { ...process.env, TENANTRY_SANDBOX_DIR: folder };
      execFile(
        join(repository, "cli", "tenantry"),
        ["sandbox", ...args],
        { env: environment },
        (error, stdout, stderr) => {
          done({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
        },
      );
    });

  it("says that it is stopped, to people and to programs", async () => {
    assert.deepEqual(await tenantry("status"), {
      exitCode: 0,
      stdout: `The sandbox in ${folder} is stopped. Start it: tenantry sandbox start\n`,
      stderr: "",
    });
    assert.deepEqual(JSON.parse((await tenantry("status", "--json")).stdout), { folder, kind: "stopped" });
  });

  it("refuses to list what nobody can tell, with what to type", async () => {
    assert.deepEqual(await tenantry("list"), {
      exitCode: 1,
      stdout: "",
      stderr: `No sandbox runs in ${folder}. Start it: tenantry sandbox start\n`,
    });
  });

  it("starts, tells what exists, and stops, people's words on stderr", async () => {
    const started = await tenantry("start");
    assert.equal(started.exitCode, 0, started.stderr);
    assert.equal(started.stdout, "");
    assert.match(started.stderr, /sandbox: starting\nThe sandbox in .* is running \(process \d+\)\./);
    assert.deepEqual(await tenantry("list"), {
      exitCode: 0,
      stdout: "Nothing exists in the embedded cloud.\n",
      stderr: "",
    });
    assert.deepEqual(JSON.parse((await tenantry("list", "--json")).stdout), {
      things: [],
      postgres: [],
      kubernetes: [],
    });
    const stopped = await tenantry("stop");
    assert.deepEqual(stopped, { exitCode: 0, stdout: "", stderr: `The sandbox in ${folder} is stopped.\n` });
  });

  it("makes the stacks of a fleet, so that a plain pulumi up finds its plugins and its state", async () => {
    const project = join(temporary.path, "project");
    for (const name of ["tenants", "cells"]) mkdirSync(join(project, name), { recursive: true });
    for (const file of ["tenants/acme-corp.yaml", "cells/us-1.yaml", "tenants/README.md"])
      writeFileSync(join(project, file), "");
    writeFileSync(
      join(project, "Pulumi.yaml"),
      "name: tenantry\nmain: index.ts\nruntime: {name: nodejs, options: {typescript: false}}\n",
    );
    writeFileSync(join(project, "package.json"), '{"type":"module"}');
    writeFileSync(
      join(project, "index.ts"),
      'import { RandomPassword } from "@pulumi/random/randomPassword.js";\nnew RandomPassword("p", { length: 12 });\n',
    );
    symlinkSync(join(repository, "node_modules"), join(project, "node_modules"));

    const environment = await engineEnvironment(await startSandbox({ folder }));
    const names = stackNames(project);
    assert.deepEqual(names, ["control-plane", "cell-us-1", "cell-us-1-platform", "acme-corp"]);
    assert.deepEqual(await makeStacks(names, project, environment), names);
    assert.deepEqual(await makeStacks(names, project, environment), []);
    const script = `${exportLines(environment).join("\n")}\npulumi up --stack acme-corp --yes --skip-preview --non-interactive`;
    assert.match(
      execFileSync("sh", ["-c", script], {
        cwd: project,
        encoding: "utf8",
        env: { PATH: "/usr/bin:/bin", HOME: temporary.path },
      }),
      /\+ 2 created/,
    );
  });

  it("lets two sandboxes of one checkout be used in turn, although they share the engine's generated files", async () => {
    const project = join(temporary.path, "project");
    const other = join(temporary.path, "other");
    const up = async (sandbox: string): Promise<string> => {
      const environment = await engineEnvironment(await startSandbox({ folder: sandbox }));
      await makeStacks(stackNames(project), project, environment);
      const run = { cwd: project, encoding: "utf8", env: { ...environment, HOME: temporary.path } } as const;
      return execFileSync(
        "pulumi",
        ["up", "--stack", "acme-corp", "--yes", "--skip-preview", "--non-interactive"],
        run,
      );
    };
    try {
      assert.match(await up(other), /\+ 2 created/);
      assert.match(await up(folder), / 2 unchanged/);
      assert.match(await up(other), / 2 unchanged/);
    } finally {
      await resetSandbox(other);
    }
  });

  it("quotes what it exports for the shell", () => {
    const value = `it's "$HOME" \`id\` \\ and\na line`;
    const [line = ""] = exportLines({ VALUE: value });
    assert.equal(execFileSync("sh", ["-c", `${line}\nprintf %s "$VALUE"`], { encoding: "utf8" }), value);
  });

  it("deletes everything on reset", async () => {
    assert.equal((await tenantry("reset")).exitCode, 0);
    assert.equal(existsSync(folder), false);
  });
});
