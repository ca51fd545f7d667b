import { kubernetesModuleLines } from "./kubernetes-module.ts";
import { type Platform, thisPlatform } from "./platform.ts";
import type { Download, Program } from "./program.ts";

const programNames = ["pulumi", "pulumi-language-nodejs", "etcd", "kube-apiserver", "kube-controller-manager"] as const;
export type ProgramName = (typeof programNames)[number];

/** The version that `@pulumi/pulumi` is pinned to. */
export const pulumiVersion = "3.259.0";
/** The last version of the Node language host that is served as a Go module; it runs the current Node SDK. */
const builtLanguageHostVersion = "3.60.0";
const etcdVersion = "3.6.16";
const kubernetesVersion = "1.37.2";

const strip = ["-s", "-w"];

/** The table of programs for a machine, by name. */
export function programsFor(platform: Platform = thisPlatform()): Readonly<Record<ProgramName, Program>> {
  return {
    pulumi: pulumi(platform),
    "pulumi-language-nodejs": languageHost(),
    etcd: etcd(platform),
    "kube-apiserver": kubernetes("kube-apiserver", 290, [
      ...kubernetesRelease("kube-apiserver", platform),
      envtest(platform),
    ]),
    "kube-controller-manager": kubernetes(
      "kube-controller-manager",
      100,
      kubernetesRelease("kube-controller-manager", platform),
    ),
  };
}

function pulumi({ system, architecture }: Platform): Program {
  const module = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
  const release = `https://github.com/pulumi/pulumi/releases/download/v${pulumiVersion}`;
  const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pulumiVersion}`;
  return {
    name: "pulumi",
    version: pulumiVersion,
    versionArguments: ["version"],
    versionPattern: /^v(\d+\.\d+\.\d+)/m,
    accepts: "newer",
    downloads: [
      {
        url: `${release}/pulumi-v${pulumiVersion}-${system}-${architecture}.tar.gz`,
        checksumUrl: `${release}/pulumi-${pulumiVersion}-checksums.txt`,
        algorithm: "sha256",
        member: "pulumi/pulumi",
        companions: ["pulumi/pulumi-language-nodejs"],
      },
    ],
    build: {
      get: ["-tool", `${module}@v${pulumiVersion}`],
      packagePath: module,
      flags: ["-tags", "osusergo,grpcnotrace", "-ldflags", [...strip, version].join(" ")],
      expectedSeconds: 260,
    },
    homepage: "https://www.pulumi.com/docs/install/",
  };
}

/** Belongs to the CLI: official archives and installations bring it beside `pulumi`, so that it has no download of its own. */
function languageHost(): Program {
  const module = "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs";
  return {
    name: "pulumi-language-nodejs",
    version: builtLanguageHostVersion,
    // It knows no --version, and without arguments it would begin to serve.
    versionArguments: ["-help"],
    versionPattern: /^Usage of .*pulumi-language-nodejs/m,
    accepts: "none",
    downloads: [],
    build: {
      get: ["-tool", `${module}@v${builtLanguageHostVersion}`],
      packagePath: module,
      flags: ["-ldflags", strip.join(" ")],
      expectedSeconds: 25,
    },
    homepage: "https://www.pulumi.com/docs/install/",
  };
}

function etcd({ system, goArchitecture }: Platform): Program {
  const release = `https://github.com/etcd-io/etcd/releases/download/v${etcdVersion}`;
  const archive = `etcd-v${etcdVersion}-${system}-${goArchitecture}`;
  return {
    name: "etcd",
    version: etcdVersion,
    versionArguments: ["--version"],
    versionPattern: /^etcd Version: (\d+\.\d+\.\d+)/m,
    accepts: "patch",
    downloads: [
      {
        url: `${release}/${archive}.${system === "linux" ? "tar.gz" : "zip"}`,
        checksumUrl: `${release}/SHA256SUMS`,
        algorithm: "sha256",
        member: `${archive}/etcd`,
      },
    ],
    build: {
      get: [`go.etcd.io/etcd/server/v3@v${etcdVersion}`],
      packagePath: "go.etcd.io/etcd/server/v3",
      flags: ["-ldflags", strip.join(" ")],
      expectedSeconds: 25,
    },
    homepage: "https://etcd.io/docs/latest/install/",
  };
}

function kubernetes(name: string, expectedSeconds: number, downloads: readonly Download[]): Program {
  const [major, minor] = kubernetesVersion.split(".");
  // Without these a build from the module calls itself v0.0.0-master.
  const version = "k8s.io/component-base/version";
  const names = [
    `-X ${version}.gitVersion=v${kubernetesVersion}`,
    `-X ${version}.gitMajor=${major}`,
    `-X ${version}.gitMinor=${minor}`,
  ];
  return {
    name,
    version: kubernetesVersion,
    versionArguments: ["--version"],
    versionPattern: /^Kubernetes v(\d+\.\d+\.\d+)/m,
    accepts: "patch",
    downloads,
    build: {
      moduleLines: (go) => kubernetesModuleLines(kubernetesVersion, go),
      packagePath: `k8s.io/kubernetes/cmd/${name}`,
      flags: ["-mod=mod", "-ldflags", [...strip, ...names].join(" ")],
      expectedSeconds,
    },
    homepage: "https://kubernetes.io/releases/download/#binaries",
  };
}

/** Kubernetes publishes its servers for Linux alone, as plain binaries. */
function kubernetesRelease(name: string, { system, goArchitecture }: Platform): readonly Download[] {
  const url = `https://dl.k8s.io/v${kubernetesVersion}/bin/linux/${goArchitecture}/${name}`;
  return system === "linux" ? [{ url, checksumUrl: `${url}.sha256`, algorithm: "sha256" }] : [];
}

/** The archive of the controller tests has the API server for other systems too, but no controller manager. */
function envtest({ system, goArchitecture }: Platform): Download {
  return {
    url: `https://github.com/kubernetes-sigs/controller-tools/releases/download/envtest-v${kubernetesVersion}/envtest-v${kubernetesVersion}-${system}-${goArchitecture}.tar.gz`,
    checksumUrl: "https://raw.githubusercontent.com/kubernetes-sigs/controller-tools/HEAD/envtest-releases.yaml",
    algorithm: "sha512",
    member: "controller-tools/envtest/kube-apiserver",
  };
}
