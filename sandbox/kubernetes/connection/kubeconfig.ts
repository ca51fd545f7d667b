import { parse } from "yaml";
import { z } from "zod";

const cluster = z.object({
  server: z.url(),
  "certificate-authority-data": z.string().optional(),
  "insecure-skip-tls-verify": z.boolean().optional(),
});
const user = z.object({
  token: z.string().optional(),
  exec: z.object({ command: z.string(), args: z.array(z.string()).optional() }).optional(),
});
const context = z.object({ cluster: z.string(), user: z.string(), namespace: z.string().optional() });

const kubeconfigSchema = z.object({
  "current-context": z.string().optional(),
  clusters: z.array(z.object({ name: z.string(), cluster })).min(1),
  users: z.array(z.object({ name: z.string(), user })).min(1),
  contexts: z.array(z.object({ name: z.string(), context })).min(1),
});

/** Where a cluster is, and how to prove who one is. */
export interface ClusterAccess {
  /** `https://host:port`, without a slash at the end. */
  readonly endpoint: string;
  /** PEM; undefined trusts the system's authorities. */
  readonly certificateAuthority?: string;
  readonly verifiesCertificate: boolean;
  readonly credentials: { readonly token: string } | { readonly eksClusterName: string };
  /** Of the context. */
  readonly namespace?: string;
}

/**
 * Reads a kubeconfig, JSON or YAML. Its user has a `token`, or `exec` runs `aws eks get-token --cluster-name X`.
 *
 * @param contextName the context to use; without it the current one, else the first.
 * @throws with what is missing; never with a token.
 */
export function readKubeconfig(text: string, contextName?: string): ClusterAccess {
  const config = parsed(text);
  const wanted = contextName ?? config["current-context"] ?? config.contexts[0]?.name;
  const chosen = named(config.contexts, wanted, "context").context;
  const { server, ...trust } = named(config.clusters, chosen.cluster, "cluster").cluster;
  const authority = trust["certificate-authority-data"];
  return {
    endpoint: server.replace(/\/+$/, ""),
    ...(authority === undefined ? {} : { certificateAuthority: Buffer.from(authority, "base64").toString() }),
    verifiesCertificate: trust["insecure-skip-tls-verify"] !== true,
    credentials: credentialsOf(named(config.users, chosen.user, "user").user),
    ...(chosen.namespace === undefined ? {} : { namespace: chosen.namespace }),
  };
}

function parsed(text: string): z.infer<typeof kubeconfigSchema> {
  const result = kubeconfigSchema.safeParse(parse(text, { logLevel: "silent" }));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join(".") || "the whole";
  throw new Error(
    `kubeconfig is not one: ${place}: ${issue?.message ?? "not readable"}. Give its contents, as JSON or YAML.`,
  );
}

function named<Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | undefined,
  kind: string,
): Item {
  const found = items.find((item) => item.name === name);
  if (found) return found;
  throw new Error(`kubeconfig has no ${kind} "${name ?? ""}"; it has ${items.map((item) => item.name).join(", ")}.`);
}

function credentialsOf({ token, exec }: z.infer<typeof user>): ClusterAccess["credentials"] {
  if (token !== undefined) return { token };
  const args = exec?.args ?? [];
  const clusterName = args[args.indexOf("--cluster-name") + 1];
  if (
    exec?.command === "aws" &&
    args.includes("get-token") &&
    args.includes("--cluster-name") &&
    clusterName !== undefined
  ) {
    return { eksClusterName: clusterName };
  }
  throw new Error("kubeconfig's user needs a token, or exec with the command aws eks get-token --cluster-name X.");
}
