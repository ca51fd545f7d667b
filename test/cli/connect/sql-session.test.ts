import { equal, match, rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";
import { runOnce } from "../../../cli/connect/sql-session.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const session = join(import.meta.dirname, "../../../cli/connect/sql-session.ts");

describe("SQL as a tenant", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let server: PoolServer;
  let login: DatabaseLogin;

  before(async () => {
    server = await startPoolServer();
    login = await server.addSchemaTenant("q2a2a2a2");
  });
  after(async () => {
    await server?.close();
    folder.remove();
  });

  /** Opens a session in a process of its own, as a terminal would, and types lines. */
  const typed = async (path: string, ...lines: string[]) => {
    const file = join(folder.path, "open.ts");
    writeFileSync(
      file,
      `import { openSession } from ${JSON.stringify(session)};\nprocess.exitCode = await openSession(JSON.parse(process.env.LOGIN), "hello");\n`,
    );
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", file], {
      env: { PATH: path, LOGIN: JSON.stringify(login) },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdin.end(`${lines.join("\n")}\n`);
    const code = await new Promise((resolve) => child.once("close", resolve));
    return { code, output, errors };
  };

  it("shows what SQL gives as a table, of several statements one after the other", async () => {
    const text = await runOnce(
      login,
      "SELECT current_user AS me, NULL AS nothing; CREATE TABLE a (b int); INSERT INTO a VALUES (1), (2)",
    );
    match(text, /│ me .*│ nothing │\n.*\n│ tenant-q2a2a2a2 │ +│\n.*\n\(1 row\)\nCREATE\nINSERT 2/);
  });

  it("says what PostgreSQL refuses, with its code, and no stack", async () => {
    await rejects(runOnce(login, "SELECT * FROM pg_authid"), {
      name: "UserError",
      message: "PostgreSQL refuses: permission denied for table pg_authid (SQLSTATE 42501)",
    });
  });

  it("gives a prompt where there is no psql, which goes on after a refusal", async () => {
    const { code, output, errors } = await typed(
      "/nowhere",
      "SELECT 1",
      "  + 1 AS sum;",
      "SELECT broken;",
      "SELECT 3 AS three;",
      "\\q",
    );
    equal(code, 0);
    match(
      output,
      /sum[\s\S]*2[\s\S]*PostgreSQL refuses: column "broken" does not exist \(SQLSTATE 42703\)[\s\S]*three[\s\S]*3/,
    );
    match(errors, /hello\nThere is no psql on PATH/);
  });

  it("gives psql the password by environment and never as an argument, and passes its exit code on", async () => {
    writeFileSync(
      join(folder.path, "psql"),
      '#!/bin/sh\necho "args:$*"\necho "$PGUSER@$PGHOST:$PGPORT/$PGDATABASE $PGSSLMODE $PGPASSWORD"\nexit 3\n',
      { mode: 0o755 },
    );
    const { code, output } = await typed(folder.path);
    equal(code, 3);
    equal(output, `args:--no-psqlrc\ntenant-q2a2a2a2@127.0.0.1:${login.port}/schemas disable ${login.password}\n`);
  });
});
