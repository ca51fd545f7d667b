import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { programsFor, pulumiVersion } from "../../../sandbox/engine/programs.ts";

const linux = programsFor({ system: "linux", architecture: "x64", goArchitecture: "amd64" });
const mac = programsFor({ system: "darwin", architecture: "arm64", goArchitecture: "arm64" });

describe("programsFor", () => {
  it("has the engine in the version of the SDK that programs import", () => {
    const sdk = createRequire(import.meta.url)("@pulumi/pulumi/package.json") as { readonly version: string };
    assert.equal(pulumiVersion, sdk.version);
  });

  it("names official releases as they are published, for Linux and macOS", () => {
    const urls = (programs: typeof linux): readonly string[] =>
      Object.values(programs).flatMap((program) => program.downloads.map(({ url }) => url));
    assert.deepEqual(urls(linux), [
      "https://github.com/pulumi/pulumi/releases/download/v3.259.0/pulumi-v3.259.0-linux-x64.tar.gz",
      "https://github.com/etcd-io/etcd/releases/download/v3.6.16/etcd-v3.6.16-linux-amd64.tar.gz",
      "https://dl.k8s.io/v1.37.2/bin/linux/amd64/kube-apiserver",
      "https://github.com/kubernetes-sigs/controller-tools/releases/download/envtest-v1.37.2/envtest-v1.37.2-linux-amd64.tar.gz",
      "https://dl.k8s.io/v1.37.2/bin/linux/amd64/kube-controller-manager",
    ]);
    assert.deepEqual(urls(mac), [
      "https://github.com/pulumi/pulumi/releases/download/v3.259.0/pulumi-v3.259.0-darwin-arm64.tar.gz",
      "https://github.com/etcd-io/etcd/releases/download/v3.6.16/etcd-v3.6.16-darwin-arm64.zip",
      "https://github.com/kubernetes-sigs/controller-tools/releases/download/envtest-v1.37.2/envtest-v1.37.2-darwin-arm64.tar.gz",
    ]);
  });

  it("can build every program, so that a machine that reaches package registries alone has them", () => {
    for (const program of Object.values(mac)) assert.notEqual(program.build, undefined, program.name);
  });
});
