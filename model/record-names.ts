import type { NamedService } from "./name-limits.ts";

/** What a cell has to record what is done in its account, and to tell tenants of it. */
export const recordNames = (
  named: (service: NamedService, ...rest: string[]) => string,
  prefix: string,
  cell: { readonly id: string; readonly account_id: string },
) => ({
  trail: named("trail", "trail"),
  trailBucket: named("bucket", cell.account_id, "trail"),
  trailLogs: `/${prefix}/cell-${cell.id}/trail`,
  trailRole: named("role", "trail"),
  securityBus: named("eventBus", "security"),
  findingsRule: named("eventRule", "findings"),
  findingsRole: named("role", "findings"),
  findingsLogs: `/${prefix}/cell-${cell.id}/findings`,
  logPolicy: named("logPolicy", "events"),
  firewall: named("edge", "api"),
  firewallLogs: `aws-waf-logs-${prefix}-cell-${cell.id}`,
});
