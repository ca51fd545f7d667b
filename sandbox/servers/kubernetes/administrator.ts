import { z } from "zod";
import { type ApiAccess, type ApiAnswer, callApi } from "./api-client.ts";

const namespace = "kube-system";
const account = "sandbox-administrator";
// https://docs.aws.amazon.com/eks/latest/userguide/cluster-auth.html: tokens of `aws eks get-token` end after 15 minutes.
const tokenSeconds = 15 * 60;
const alreadyExists = 409;

const tokenAnswer = z.object({ status: z.object({ token: z.string() }) });

/** Makes the account that administrators' tokens are issued for. Idempotent. */
export async function makeAdministrator(access: ApiAccess): Promise<void> {
  await create(access, `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata: { name: account } });
  await create(access, "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", {
    metadata: { name: account },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
    subjects: [{ kind: "ServiceAccount", namespace, name: account }],
  });
}

/** A token of an administrator that ends after 15 minutes. */
export async function administratorToken(access: ApiAccess): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const answer = await callApi(access, "POST", path, { spec: { expirationSeconds: tokenSeconds } });
  return tokenAnswer.parse(JSON.parse(succeeded(answer, path).body)).status.token;
}

async function create(access: ApiAccess, path: string, thing: unknown): Promise<void> {
  const answer = await callApi(access, "POST", path, thing);
  if (answer.status !== alreadyExists) succeeded(answer, path);
}

function succeeded(answer: ApiAnswer, path: string): ApiAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`The Kubernetes API answered ${path} with status ${answer.status}: ${answer.body.slice(0, 300)}`);
}
