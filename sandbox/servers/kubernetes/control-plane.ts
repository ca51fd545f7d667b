import { join } from "node:path";
import {
  lastLogLines,
  type ProcessOptions,
  type SupervisedProcess,
  startProcess,
} from "../process/supervised-process.ts";
import { makeAdministrator } from "./administrator.ts";
import type { ApiAccess } from "./api-client.ts";
import { type ClusterFiles, clusterFiles } from "./cluster-files.ts";
import { untilCertificate, untilReady } from "./readiness.ts";

export type ControlPlaneProgram = "etcd" | "kube-apiserver" | "kube-controller-manager";

export interface ControlPlaneOptions {
  readonly clusterName: string;
  readonly folder: string;
  readonly port: number;
  readonly recordFolder: string;
  /** Where a program is. */
  readonly programPath: (name: ControlPlaneProgram) => Promise<string>;
}

/** The running programs of one cluster. */
export interface ControlPlane {
  readonly access: ApiAccess;
  isRunning(): boolean;
  stop(): Promise<void>;
}

interface Started {
  readonly program: ControlPlaneProgram;
  readonly start: () => Promise<SupervisedProcess>;
  process: SupervisedProcess;
  restarts: number;
}

const readyTimeoutMilliseconds = 120_000;
/** A controller manager gives up where an API server is slow to come up; so often it is started again while it does. */
const mostRestarts = 3;

// No kubelet and no scheduler run, so controllers that watch nodes or set up routes have nothing to do. Those here make
// refusals have their right reason: quotas, aggregated roles, service accounts, claims and their finalizers, and the
// workloads whose pods Pod Security refuses.
const controllers = [
  "namespace",
  "resourcequota",
  "serviceaccount",
  "serviceaccount-token",
  "garbage-collector",
  "clusterrole-aggregation",
  "root-ca-certificate-publisher",
  "deployment",
  "replicaset",
  "statefulset",
  "job",
  "cronjob",
  "persistentvolume-binder",
  "persistentvolumeclaim-protection",
  "persistentvolume-protection",
  "validatingadmissionpolicy-status",
].map((name) => `${name}-controller`);

// By Unix sockets below the cluster's folder: etcd on a port would be open to every user of the machine. Relative to the
// work folder, since etcd takes no path in a URL and a socket's path is limited to about 100 characters.
const etcdUrl = "unix://etcd:1";
const etcdPeerUrl = "unix://peer:1";

/** Starts a cluster's programs and waits until it is of use. @throws where one of them ends or it does not become ready. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const files = clusterFiles(options.folder, options.port);
  const access = { port: options.port, certificateFile: files.certificateFile, token: files.masterToken };
  const started: Started[] = [];
  const plane: ControlPlane = {
    access,
    isRunning: () => started.length === 3 && started.every(({ process }) => process.isRunning()),
    // Last started is stopped first, so that none loses what it depends on.
    stop: async () => {
      for (const { process } of started.toReversed()) await process.stop();
    },
  };
  const mustAllRun = async (): Promise<void> => {
    for (const one of started) await mustRun(options, one);
  };
  try {
    for (const [program, args] of argumentsOf(files, options.port)) {
      const command = await options.programPath(program);
      if (program === "kube-controller-manager")
        await untilCertificate(files.certificateFile, mustAllRun, readyTimeoutMilliseconds);
      const start = () => startProcess(processOptions(options, program, command, args));
      started.push({ program, start, process: await start(), restarts: 0 });
    }
    await untilReady(access, mustAllRun, readyTimeoutMilliseconds);
    await makeAdministrator(access);
    return plane;
  } catch (error) {
    await plane.stop();
    throw error;
  }
}

/** Starts a controller manager again that ended, a few times. @throws where it ends once more, or another program did. */
async function mustRun(options: ControlPlaneOptions, one: Started): Promise<void> {
  const { program, process, start, restarts } = one;
  if (process.isRunning()) return;
  if (program === "kube-controller-manager" && restarts < mostRestarts) {
    one.restarts++;
    one.process = await start();
    return;
  }
  const times = restarts === 0 ? "" : `, and did so again after ${restarts} restarts`;
  throw new Error(
    `${program} of the cluster ${options.clusterName} ended${times}: ${lastLogLines(join(options.folder, `${program}.log`))}`,
  );
}

function processOptions(
  options: ControlPlaneOptions,
  program: ControlPlaneProgram,
  command: string,
  args: readonly string[],
): ProcessOptions {
  return {
    name: `${program}-${options.clusterName}`,
    command,
    args,
    workFolder: options.folder,
    logFile: join(options.folder, `${program}.log`),
    recordFolder: options.recordFolder,
    stopSignal: "SIGTERM",
  };
}

function argumentsOf(
  files: ClusterFiles,
  port: number,
): readonly (readonly [ControlPlaneProgram, readonly string[]])[] {
  return [
    ["etcd", etcdArguments(files)],
    ["kube-apiserver", apiServerArguments(files, port)],
    ["kube-controller-manager", controllerManagerArguments(files)],
  ];
}

function etcdArguments({ etcdFolder }: ClusterFiles): readonly string[] {
  return [
    `--data-dir=${etcdFolder}`,
    "--unsafe-no-fsync",
    "--log-level=warn",
    `--listen-client-urls=${etcdUrl}`,
    `--advertise-client-urls=${etcdUrl}`,
    `--listen-peer-urls=${etcdPeerUrl}`,
    `--initial-advertise-peer-urls=${etcdPeerUrl}`,
    `--initial-cluster=default=${etcdPeerUrl}`,
  ];
}

function apiServerArguments(files: ClusterFiles, port: number): readonly string[] {
  return [
    `--etcd-servers=${etcdUrl}`,
    `--cert-dir=${files.certificateFolder}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${port}`,
    `--token-auth-file=${files.tokenFile}`,
    "--authorization-mode=RBAC",
    // As EKS: Pod Security says who may, namespace by namespace.
    "--allow-privileged=true",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${files.accountKeyFile}`,
    `--service-account-signing-key-file=${files.accountKeyFile}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    // The address of loopback is no endpoint that pods could reach, and none run.
    "--endpoint-reconciler-type=none",
  ];
}

function controllerManagerArguments(files: ClusterFiles): readonly string[] {
  return [
    `--kubeconfig=${files.kubeconfigFile}`,
    "--leader-elect=false",
    "--bind-address=127.0.0.1",
    "--secure-port=0",
    `--service-account-private-key-file=${files.accountKeyFile}`,
    `--root-ca-file=${files.certificateFile}`,
    `--controllers=${controllers.join(",")}`,
  ];
}
