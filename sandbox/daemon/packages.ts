import { awsPackage } from "../aws/index.ts";
import { kubernetesPackage } from "../kubernetes/package.ts";
import { postgresqlPackage } from "../postgresql/package.ts";
import type { ProviderPackage } from "../provider/provider.ts";
import { randomPackage } from "../random/package.ts";
import type { World } from "../world/world.ts";

/** The provider packages of the embedded cloud. */
export function packagesOf(world: World): readonly ProviderPackage[] {
  return [awsPackage(world), kubernetesPackage(world), postgresqlPackage(world), randomPackage()];
}
