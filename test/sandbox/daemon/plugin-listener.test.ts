import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { installLaunchers } from "../../../sandbox/daemon/plugin-launchers.ts";
import { type PluginListener, startPluginListener } from "../../../sandbox/daemon/plugin-listener.ts";
import { sandboxPaths } from "../../../sandbox/daemon/sandbox-paths.ts";
import { randomPackage } from "../../../sandbox/random/package.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("startPluginListener", () => {
  const folder = temporaryFolder();
  const paths = sandboxPaths(join(folder.path, "it's here"));
  const { name, version } = randomPackage();
  const launcher = join(paths.pulumiHome, "plugins", `resource-${name}-v${version}`, `pulumi-resource-${name}`);
  let listener: PluginListener;
  let open: number;

  before(async () => {
    mkdirSync(paths.folder);
    open = 0;
    const serve = async (packageName: string) => {
      if (packageName !== "random") throw new Error(`The sandbox has no package ${packageName}.`);
      open += 1;
      return {
        port: 4000 + open,
        close: async () => {
          open -= 1;
        },
      };
    };
    listener = await startPluginListener(serve, (error) => assert.fail(String(error)));
    installLaunchers(paths, [randomPackage()]);
    writeFileSync(paths.pluginAddressFile, `${listener.port} ${listener.token}\n`);
  });
  after(async () => {
    await listener.close();
    folder.remove();
  });

  const firstOutput = async (child: ChildProcess): Promise<string> => {
    if (child.stdout === null) throw new Error("no output");
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    return chunk.toString();
  };
  const openBecomes = async (count: number): Promise<void> => {
    while (open !== count) await sleep(10);
  };

  it("gives each launcher a provider of its own, and closes it when the launcher is killed", async () => {
    const [first, second] = [spawn(launcher, ["127.0.0.1:1"]), spawn(launcher, ["127.0.0.1:1"])];
    assert.deepEqual([await firstOutput(first), await firstOutput(second)].sort(), ["4001\n", "4002\n"]);
    assert.equal(listener.count(), 2);
    first.kill("SIGKILL");
    await openBecomes(1);
    second.kill("SIGTERM");
    await openBecomes(0);
  });

  it("answers nothing to a wrong token", async () => {
    for (const line of [`${listener.token}x random\n`, ` random\n`, `GET / HTTP/1.1\n`]) {
      const socket = connect(listener.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(line);
      assert.equal(await text(socket).catch(() => ""), "", line);
    }
    assert.equal(open, 0);
  });

  it("ends a connection that sends a line without end", async () => {
    const socket = connect(listener.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write("x".repeat(1000));
    await once(socket, "close");
  });

  it("says why a package cannot be served", async () => {
    const socket = connect(listener.port, "127.0.0.1");
    socket.write(`${listener.token} azure\n`);
    assert.equal(await text(socket), "error The sandbox has no package azure.\n");
  });

  it("installs executables for these versions alone", () => {
    const plugins = join(paths.pulumiHome, "plugins");
    mkdirSync(join(plugins, "resource-random-v1.0.0"));
    installLaunchers(paths, [randomPackage()]);
    assert.deepEqual(readdirSync(plugins), [`resource-random-v${version}`]);
    assert.equal(statSync(launcher).mode & 0o111, 0o111);
    assert.equal(existsSync(`${launcher}.new`), false);
  });

  it("ends a launcher with what to type where no sandbox runs", async () => {
    writeFileSync(paths.pluginAddressFile, "9 token\n");
    const child = spawn(launcher);
    const said = text(child.stderr);
    assert.deepEqual(await once(child, "exit"), [1, null]);
    assert.equal(await said, "The sandbox is not running. Start it: tenantry sandbox start\n");
    writeFileSync(paths.pluginAddressFile, `${listener.port} ${listener.token}\n`);
  });
});
