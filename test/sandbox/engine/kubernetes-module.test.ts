import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { kubernetesModuleLines } from "../../../sandbox/engine/kubernetes-module.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const goMod = `module k8s.io/kubernetes

require (
	k8s.io/api v0.0.0
	k8s.io/kube-openapi v0.0.0-20260101000000-abcdef123456
	k8s.io/utils v0.0.0-20260101000000-abcdef123456
)

replace (
	k8s.io/api => ./staging/src/k8s.io/api
	k8s.io/apimachinery => ./staging/src/k8s.io/apimachinery
)

replace k8s.io/kubelet => ./staging/src/k8s.io/kubelet
replace example.com/a => example.com/b v1.0.0
`;

describe("kubernetesModuleLines", () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const go = async (text: string, asked: (readonly string[])[] = []): Promise<readonly string[]> => {
    const file = join(folder.path, "go.mod");
    writeFileSync(file, text);
    return await kubernetesModuleLines("1.37.2", async (args) => {
      asked.push(args);
      return JSON.stringify({ GoMod: file });
    });
  };

  it("replaces each staged module by its published version, and no other", async () => {
    const asked: (readonly string[])[] = [];
    assert.deepEqual(await go(goMod, asked), [
      "require k8s.io/kubernetes v1.37.2",
      "replace k8s.io/api => k8s.io/api v0.37.2",
      "replace k8s.io/apimachinery => k8s.io/apimachinery v0.37.2",
      "replace k8s.io/kubelet => k8s.io/kubelet v0.37.2",
    ]);
    assert.deepEqual(asked, [["mod", "download", "-json", "k8s.io/kubernetes@v1.37.2"]]);
  });

  it("refuses a module that stages nothing, since the build would fail much later", async () => {
    await assert.rejects(go("module k8s.io/kubernetes\n"), /replaces no module by \.\/staging/);
  });
});
