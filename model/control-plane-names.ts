import { type NamedService, nameLimits } from "./name-limits.ts";
import { physicalName } from "./physical-name.ts";

/** Names of what operates on the fleet; the buckets carry the account, since all accounts of a partition share them. */
export function controlPlaneNames(prefix: string, accountId: string) {
  const named = (service: NamedService, ...rest: string[]) =>
    physicalName([prefix, "control-plane", ...rest], nameLimits[service]);
  return {
    keyAlias: named("keyAlias"),
    signingKeyAlias: named("keyAlias", "signing"),
    evidenceBucket: named("bucket", accountId, "evidence"),
    recordsBucket: named("bucket", accountId, "records"),
    trail: named("trail", "trail"),
    bus: named("eventBus"),
    findingsRule: named("eventRule", "findings"),
    analyzer: named("analyzer"),
    recorderRole: named("role", "recorder"),
    forwarderRole: named("role", "findings"),
  } as const;
}
