import { type Meter, openMeter } from "../../../application/sample/meter.ts";
import type { EntitlementsPlan, TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { Quantity } from "../../../model/quantity.ts";
import { emittedMetrics } from "../emitted-metrics.ts";
import { matchesPattern } from "./log-filter.ts";
import { MetricStore } from "./metric-store.ts";

/** A `LogMetricFilter` as it is declared. */
export interface DeclaredFilter {
  readonly logGroupName: string;
  readonly pattern: string;
  readonly metricTransformation: { readonly namespace: string; readonly name: string };
}

const sold = (quantity: Quantity): number | "unlimited" =>
  quantity.kind === "limited" ? quantity.amount : "unlimited";

/** What the sample application is told of its tenant. */
const watchedOf = (plan: TenantPlan): Parameters<typeof openMeter>[0] => ({
  tenant: { id: plan.tenant.id },
  isolation: plan.tenant.isolation,
  limits: limitsOf(plan.entitlements),
});

const limitsOf = (entitlements: EntitlementsPlan) => ({
  max_users: sold(entitlements.users),
  storage_gb: sold(entitlements.storageGb),
  ai_sessions_per_month: sold(entitlements.aiSessionsPerMonth),
  api_requests_per_hour: sold(entitlements.apiRequestsPerHour),
  custom_integrations: sold(entitlements.customIntegrations),
  webhook_endpoints: sold(entitlements.webhookEndpoints),
});

/** The sample application of one tenant, with CloudWatch behind it: its lines become metrics, or are counted by filters. */
export class Stage {
  readonly store: MetricStore;
  readonly watched: ReturnType<typeof watchedOf>;
  readonly filters: readonly DeclaredFilter[];

  /** @param store where several applications of one cell are measured; one of its own where absent */
  constructor(plan: TenantPlan, filters: readonly DeclaredFilter[], store = new MetricStore()) {
    this.store = store;
    this.watched = watchedOf(plan);
    this.filters = filters;
  }

  /** Lets the application do something at a time, as if it did so `times` times. */
  at(atMillis: number, act: (meter: Meter, emit: (line: string) => void) => void, times = 1): void {
    const lines: string[] = [];
    const emit = (line: string) => void lines.push(line);
    act(
      openMeter(this.watched, emit, () => new Date(atMillis)),
      emit,
    );
    for (const { value, ...series } of emittedMetrics(lines)) this.store.put(series, atMillis, value, times);
    for (const line of lines.filter((text) => !text.includes('"_aws"'))) {
      const { category } = JSON.parse(line) as { category: string };
      this.log((logGroupName) => logGroupName.endsWith(`/${category}`), line, { atMillis, times });
    }
  }

  /** Writes a line to those log groups whose name fits, as often as told. */
  log(
    fits: (logGroupName: string) => boolean,
    line: string,
    { atMillis, times }: { readonly atMillis: number; readonly times: number },
  ): void {
    for (const { logGroupName, pattern, metricTransformation } of this.filters) {
      if (!fits(logGroupName)) continue;
      const { namespace, name } = metricTransformation;
      const value = matchesPattern(pattern, line) ? 1 : 0;
      this.store.put({ namespace, name, dimensions: {} }, atMillis, value, times);
    }
  }
}
