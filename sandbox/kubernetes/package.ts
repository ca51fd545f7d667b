import npmPackage from "@pulumi/kubernetes/package.json" with { type: "json" };
import { checkInputs, type InputSchema } from "../provider/input-schema.ts";
import type {
  CheckFailure,
  ConfiguredProvider,
  PropertyMap,
  ProviderPackage,
  ResourceType,
} from "../provider/provider.ts";
import type { World } from "../world/world.ts";
import { Cluster } from "./cluster.ts";
import { KubernetesApi } from "./connection/api.ts";
import { Discovery } from "./connection/discovery.ts";
import { readKubeconfig } from "./connection/kubeconfig.ts";
import { readTypeToken } from "./object/type-token.ts";
import { objectType } from "./object-type.ts";

/** Configuration of the npm package's `Provider`. */
export const configurationSchema: InputSchema = {
  alwaysRender: { type: "boolean" },
  cluster: { type: "text" },
  clusterIdentifier: { type: "text" },
  context: { type: "text" },
  deleteUnreachable: { type: "boolean" },
  enableConfigMapMutable: { type: "boolean" },
  enablePatchForce: { type: "boolean" },
  enableSecretMutable: { type: "boolean" },
  enableServerSideApply: { type: "boolean" },
  helmReleaseSettings: { type: "map" },
  kubeClientSettings: { type: "map" },
  kubeconfig: { type: "text", required: true },
  namespace: { type: "text" },
  renderYamlToDirectory: { type: "text" },
  skipUpdateUnreachable: { type: "boolean" },
  suppressDeprecationWarnings: { type: "boolean" },
  suppressHelmHookWarnings: { type: "boolean" },
  upsertExistingObjects: { type: "boolean" },
};

const textConfiguration = Object.entries(configurationSchema).flatMap(([name, { type }]) =>
  type === "text" ? [name] : [],
);
const engineNames = new Set(["version", "pluginDownloadURL"]);
const defaultDeletionLimitSeconds = 300;

/**
 * The package `kubernetes`: server-side apply of any kind to a real API server. A kubeconfig's `aws eks get-token` is
 * answered by the world.
 *
 * @param deletionLimitSeconds how long an object may take to be gone.
 */
export function kubernetesPackage(world: World, deletionLimitSeconds = defaultDeletionLimitSeconds): ProviderPackage {
  return {
    name: "kubernetes",
    version: npmPackage.version,
    // No kind has a file of its own: the cluster itself says which there are.
    typesFolder: "sandbox/kubernetes/object/type-token.ts, where it is no kind of the cluster's API",
    textConfiguration,
    checkConfig,
    configure: async (config) => configured(world, config, deletionLimitSeconds),
  };
}

function checkConfig(config: PropertyMap): readonly CheckFailure[] {
  const own = Object.fromEntries(Object.entries(config).filter(([name]) => !engineNames.has(name)));
  const failures = checkInputs(configurationSchema, own);
  if (failures.length > 0) return failures;
  if (own["renderYamlToDirectory"] !== undefined) {
    return [
      {
        property: "renderYamlToDirectory",
        reason: "renderYamlToDirectory is not in the sandbox, which applies to a real cluster.",
      },
    ];
  }
  if (own["enableServerSideApply"] !== false) return [];
  return [
    {
      property: "enableServerSideApply",
      reason: "enableServerSideApply must not be false: the sandbox applies on the server only.",
    },
  ];
}

function configured(world: World, config: PropertyMap, deletionLimitSeconds: number): ConfiguredProvider {
  const contextName = typeof config["context"] === "string" ? config["context"] : undefined;
  const access = readKubeconfig(String(config["kubeconfig"]), contextName);
  const api = new KubernetesApi(access, world);
  const namespace = config["namespace"];
  const cluster = new Cluster(api, new Discovery(api), {
    defaultNamespace: typeof namespace === "string" ? namespace : (access.namespace ?? "default"),
    configMapsAreMutable: config["enableConfigMapMutable"] === true,
    secretsAreMutable: config["enableSecretMutable"] === true,
    deletesUnreachable: config["deleteUnreachable"] === true,
    adoptsExisting: config["upsertExistingObjects"] === true,
    deletionLimitSeconds,
  });
  return {
    resourceType: (token): ResourceType | undefined => {
      const kind = readTypeToken(token);
      return kind && objectType(token, kind, cluster);
    },
    invoke: () => undefined,
    close: async () => cluster.close(),
  };
}
