import { request } from "node:https";
import { z } from "zod";
import { ConfigurationError } from "./configuration-error.ts";

/** A way into a cluster. */
export interface ClusterAccess {
  /** `https://…` */
  readonly server: string;
  /** PEM in base64, as in a kubeconfig. */
  readonly ca: string;
  readonly token: string;
}

const TokenRequest = z.object({ status: z.object({ token: z.string() }) });
const StatusMessage = z.object({ message: z.string() });
const timeoutMillis = 10_000;

/**
 * A token of a service account that ends by itself
 * (https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/).
 *
 * @param lifetimeSeconds at least 600, the API's own minimum
 * @throws ConfigurationError `CONFIGURATION_CREDENTIALS_UNAVAILABLE` where the cluster cannot be reached or refuses
 */
export async function serviceAccountToken(
  access: ClusterAccess,
  account: { readonly namespace: string; readonly name: string },
  lifetimeSeconds: number,
): Promise<string> {
  const path = `/api/v1/namespaces/${encodeURIComponent(account.namespace)}/serviceaccounts/${encodeURIComponent(account.name)}/token`;
  const body = {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: { expirationSeconds: lifetimeSeconds },
  };
  const answer = await post(access, path, body);
  if (answer.status === 201) {
    return TokenRequest.parse(answer.body).status.token;
  }
  const said = StatusMessage.safeParse(answer.body);
  throw unavailable(access, said.success ? said.data.message : `status ${answer.status}`);
}

const unavailable = ({ server }: ClusterAccess, reason: string, options?: ErrorOptions) =>
  new ConfigurationError(
    "CONFIGURATION_CREDENTIALS_UNAVAILABLE",
    `the cluster at ${server} gave no token: ${reason}. Run it from where the cluster is reachable; after \`pulumi up\` of the tenant's stack the account exists.`,
    options,
  );

/** Node's `fetch` takes no certificate authority of its own, so this is `node:https`. */
function post(
  access: ClusterAccess,
  path: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(unavailable(access, error.message, { cause: error }));
    const call = request(
      new URL(path, access.server),
      {
        method: "POST",
        ca: Buffer.from(access.ca, "base64"),
        headers: {
          authorization: `Bearer ${access.token}`,
          "content-type": "application/json",
          accept: "application/json",
        },
        timeout: timeoutMillis,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () => {
          try {
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) });
          } catch (error) {
            fail(error as Error);
          }
        });
      },
    );
    call.on("error", fail);
    call.on("timeout", () => call.destroy(new Error("no answer within 10 s")));
    call.end(JSON.stringify(body));
  });
}
