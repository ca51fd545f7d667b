import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placeTogether } from "../../../sandbox/engine/bin-folder.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("placeTogether", () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const pulumi = join(folder.path, "pulumi");
  const host = join(folder.path, "it's the host");
  before(() => {
    writeFileSync(pulumi, "#!/bin/sh\necho pulumi\n", { mode: 0o755 });
    writeFileSync(host, '#!/bin/sh\nprintf "%s|" "$@"\n', { mode: 0o755 });
  });

  it("puts both programs into one folder, the host behind a wrapper that keeps ts-node out", async () => {
    const bin = await placeTogether(folder.path, pulumi, host);
    assert.deepEqual(readdirSync(bin).sort(), ["pulumi", "pulumi-language-nodejs"]);
    assert.equal(execFileSync(join(bin, "pulumi"), { encoding: "utf8" }), "pulumi\n");
    assert.equal(
      execFileSync(join(bin, "pulumi-language-nodejs"), ["-root=a b", "127.0.0.1:1"], { encoding: "utf8" }),
      "-typescript=false|-root=a b|127.0.0.1:1|",
    );
  });

  it("makes the folder again where a file of it is gone or changed, and once where many ask", async () => {
    const bin = await placeTogether(folder.path, pulumi, host);
    rmSync(join(bin, "pulumi"));
    writeFileSync(join(bin, "pulumi-language-nodejs"), "#!/bin/sh\n");
    const all = await Promise.all(Array.from({ length: 5 }, () => placeTogether(folder.path, pulumi, host)));
    assert.deepEqual(new Set(all), new Set([bin]));
    assert.equal(execFileSync(join(bin, "pulumi"), { encoding: "utf8" }), "pulumi\n");
    assert.deepEqual(readdirSync(folder.path).filter((name) => name.startsWith("bin-")).length, 1);
  });
});
