import assert from "node:assert/strict";
import { stringify } from "yaml";
import { readKubeconfig } from "../../../sandbox/kubernetes/connection/kubeconfig.ts";
import { kubernetesPackage } from "../../../sandbox/kubernetes/package.ts";
import type { World } from "../../../sandbox/world/world.ts";

const config = (user: object) => ({
  "current-context": "here",
  clusters: [
    { name: "c", cluster: { server: "https://127.0.0.1:6443/", "certificate-authority-data": "Q0E=" } },
    { name: "d", cluster: { server: "https://127.0.0.1:7443", "insecure-skip-tls-verify": true } },
  ],
  users: [{ name: "u", user }],
  contexts: [
    { name: "there", context: { cluster: "d", user: "u" } },
    { name: "here", context: { cluster: "c", user: "u", namespace: "work" } },
  ],
});
const exec = { command: "aws", args: ["--region", "us-east-1", "eks", "get-token", "--cluster-name", "cell"] };

describe("readKubeconfig", () => {
  it("reads JSON and YAML, the current context or the one that is asked for", () => {
    const expected = {
      endpoint: "https://127.0.0.1:6443",
      certificateAuthority: "CA",
      verifiesCertificate: true,
      credentials: { eksClusterName: "cell" },
      namespace: "work",
    };
    assert.deepEqual(readKubeconfig(JSON.stringify(config({ exec }))), expected);
    assert.deepEqual(readKubeconfig(stringify(config({ exec }))), expected);
    assert.deepEqual(readKubeconfig(stringify(config({ token: "t" })), "there"), {
      endpoint: "https://127.0.0.1:7443",
      verifiesCertificate: false,
      credentials: { token: "t" },
    });
  });

  const refusals: readonly (readonly [string, string, string?])[] = [
    [
      "/home/somebody/.kube/config",
      "kubeconfig is not one: the whole: Invalid input: expected object, received string. Give its contents, as JSON or YAML.",
    ],
    [stringify(config({ token: "t" })), 'kubeconfig has no context "elsewhere"; it has there, here.', "elsewhere"],
    [
      stringify(config({ "client-key-data": "secret" })),
      "kubeconfig's user needs a token, or exec with the command aws eks get-token --cluster-name X.",
    ],
  ];
  for (const [text, message, context] of refusals) {
    it(`says "${message}"`, () => {
      assert.throws(() => readKubeconfig(text, context), { message });
    });
  }
});

describe("the kubernetes provider's configuration", () => {
  const world: Partial<World> = {};
  const check = kubernetesPackage(world as World).checkConfig;

  it("needs a kubeconfig and applies on the server only", () => {
    assert.deepEqual(check?.({}), [{ property: "kubeconfig", reason: "kubeconfig is required." }]);
    assert.deepEqual(check?.({ kubeconfig: "{}", enableServerSideApply: false }), [
      {
        property: "enableServerSideApply",
        reason: "enableServerSideApply must not be false: the sandbox applies on the server only.",
      },
    ]);
    assert.deepEqual(check?.({ kubeconfig: "{}", enableServerSideApply: true, version: "4.34.2" }), []);
  });
});
