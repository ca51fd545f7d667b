import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Files of a cluster. Its folder is closed to others: etcd's sockets lie in it and ask for no password. */
export interface ClusterFiles {
  readonly folder: string;
  readonly etcdFolder: string;
  readonly certificateFolder: string;
  /** The API server's own certificate with that of its authority; made by the API server. */
  readonly certificateFile: string;
  readonly accountKeyFile: string;
  readonly tokenFile: string;
  readonly kubeconfigFile: string;
  /** Of a member of `system:masters`; only this process and the controller manager use it. */
  readonly masterToken: string;
}

/** Makes what a cluster needs before its first start, and reads it afterwards. */
export function clusterFiles(folder: string, port: number): ClusterFiles {
  const at = (name: string): string => join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const accountKeyFile = at("service-accounts.key");
  if (!existsSync(accountKeyFile)) {
    writeWhole(
      accountKeyFile,
      generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey,
    );
  }
  const tokenFile = at("tokens.csv");
  if (!existsSync(tokenFile))
    writeWhole(tokenFile, `${randomBytes(32).toString("base64url")},sandbox,sandbox,"system:masters"\n`);
  const [masterToken = ""] = readFileSync(tokenFile, "utf8").split(",");
  const certificateFolder = at("certificates");
  const certificateFile = join(certificateFolder, "apiserver.crt");
  const kubeconfigFile = at("controller-manager.kubeconfig");
  writeWhole(kubeconfigFile, kubeconfig(port, certificateFile, masterToken));
  return {
    folder,
    etcdFolder: at("etcd"),
    certificateFolder,
    certificateFile,
    accountKeyFile,
    tokenFile,
    kubeconfigFile,
    masterToken,
  };
}

function kubeconfig(port: number, certificateFile: string, token: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name: "sandbox", cluster: { server: `https://127.0.0.1:${port}`, "certificate-authority": certificateFile } },
    ],
    users: [{ name: "sandbox", user: { token } }],
    contexts: [{ name: "sandbox", context: { cluster: "sandbox", user: "sandbox" } }],
    "current-context": "sandbox",
  });
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
