import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type ApiAccess, callApi } from "./api-client.ts";

const pollMilliseconds = 100;

/** What must hold before a cluster is of use, with what a person would look at where it does not come true. */
const conditions: readonly { readonly name: string; holds(access: ApiAccess): Promise<boolean> }[] = [
  { name: "/readyz", holds: async (access) => (await callApi(access, "GET", "/readyz")).body === "ok" },
  ...["edit", "admin"].map((role) => ({
    name: `rules of the role ${role}`,
    // Empty until the controller manager has aggregated them.
    holds: async (access: ApiAccess) => {
      const answer = await callApi(access, "GET", `/apis/rbac.authorization.k8s.io/v1/clusterroles/${role}`);
      return answer.body.includes('"deployments"') && answer.body.includes('"networkpolicies"');
    },
  })),
  {
    name: "the default service account",
    holds: async (access) =>
      (await callApi(access, "GET", "/api/v1/namespaces/default/serviceaccounts/default")).status === 200,
  },
];

/** Waits until the API answers and its controllers have made what every cluster has. @throws when `timeoutMilliseconds` have passed, with what is missing. */
export async function untilReady(
  access: ApiAccess,
  mustRun: () => Promise<void>,
  timeoutMilliseconds: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  for (const { name, holds } of conditions) {
    // Until it serves, connections are refused.
    while (!(await holds(access).catch(() => false))) {
      await mustRun();
      if (Date.now() > deadline)
        throw new Error(`The cluster is not ready after ${timeoutMilliseconds / 1000} s: ${name} is missing.`);
      await sleep(pollMilliseconds);
    }
  }
}

/** Waits until the API server has written its certificate, which the controller manager reads once, when it starts. @throws when `timeoutMilliseconds` have passed. */
export async function untilCertificate(
  file: string,
  mustRun: () => Promise<void>,
  timeoutMilliseconds: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  while (!(await readFile(file, "utf8").catch(() => "")).includes("END CERTIFICATE")) {
    await mustRun();
    if (Date.now() > deadline)
      throw new Error(`The API server has no certificate in ${file} after ${timeoutMilliseconds / 1000} s.`);
    await sleep(pollMilliseconds);
  }
}
