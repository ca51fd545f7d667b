import type { ExistingThing, ProviderPackage } from "../provider/provider.ts";
import type { NamespaceContents } from "../servers/kubernetes/kubernetes-servers.ts";
import type { DatabaseContents } from "../servers/postgres/contents.ts";
import type { SandboxWorld } from "./sandbox-world.ts";

/** Everything that exists in the embedded cloud, whatever any Pulumi state says. */
export interface Existing {
  readonly things: readonly (ExistingThing & { readonly package: string })[];
  readonly postgres: readonly ({
    readonly identifier: string;
    readonly host: string;
    readonly port: number;
  } & DatabaseContents)[];
  readonly kubernetes: readonly {
    readonly clusterName: string;
    readonly endpoint: string;
    readonly namespaces: readonly NamespaceContents[];
  }[];
}

/** Asks every package and every server, starting those that do not run. */
export async function listExisting(world: SandboxWorld, packages: readonly ProviderPackage[]): Promise<Existing> {
  return {
    things: packages.flatMap((pkg) => (pkg.existingThings?.() ?? []).map((thing) => ({ package: pkg.name, ...thing }))),
    postgres: await Promise.all(
      world.postgres.list().map(async ({ identifier, host, port }) => ({
        identifier,
        host,
        port,
        ...(await world.postgres.contents(identifier)),
      })),
    ),
    kubernetes: await Promise.all(
      world.kubernetes.list().map(async ({ clusterName, endpoint }) => ({
        clusterName,
        endpoint,
        namespaces: await world.kubernetes.namespaces(clusterName),
      })),
    ),
  };
}
