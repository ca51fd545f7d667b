import { parsePath } from "../../provider/property-path.ts";
import type { TokenKind } from "./type-token.ts";

/** Fields that no kind of object can change. */
export const replacedOfEveryKind: readonly string[] = ["metadata.name", "metadata.namespace"];

/** Fields that Pulumi's provider replaces for (pulumi-kubernetes, provider/pkg/provider/forcenew.go). */
export const replacedFields: Readonly<Record<string, readonly string[]>> = {
  ClusterRoleBinding: ["roleRef"],
  ConfigMap: ["binaryData", "data"],
  DaemonSet: ["spec.selector"],
  Deployment: ["spec.selector"],
  Job: ["spec.selector", "spec.template"],
  PersistentVolumeClaim: ["spec"],
  PodDisruptionBudget: ["spec"],
  ResourceQuota: ["spec.scopes"],
  RoleBinding: ["roleRef"],
  Secret: ["type", "stringData", "data"],
  Service: ["spec.clusterIP", "spec.type"],
  StatefulSet: [
    "spec.podManagementPolicy",
    "spec.revisionHistoryLimit",
    "spec.selector",
    "spec.serviceName",
    "spec.volumeClaimTemplates",
  ],
  StorageClass: ["parameters", "provisioner"],
};

/** Kinds whose data is changed in place, against the provider's default. */
export interface Mutability {
  readonly configMaps: boolean;
  readonly secrets: boolean;
}

/** Those of the changed paths that a kind is replaced for. */
export function replacingPaths(
  { kind }: TokenKind,
  changed: readonly string[],
  mutable: Mutability,
): readonly string[] {
  const changesInPlace = (kind === "ConfigMap" && mutable.configMaps) || (kind === "Secret" && mutable.secrets);
  const fields = [...replacedOfEveryKind, ...(changesInPlace ? [] : (replacedFields[kind] ?? []))].map(parsePath);
  return changed.filter((path) => {
    const steps = parsePath(path);
    // A change of the whole, e.g. of `metadata` that is not known yet, may be one of the part.
    return fields.some((field) => field.slice(0, steps.length).every((step, index) => step === steps[index]));
  });
}
