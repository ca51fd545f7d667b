import { isWithin, quantityOf } from "../quantity.ts";
import { isSame } from "./leaves.ts";
import { orders } from "./orders.ts";

/**
 * How a setting is sold: `most` of it at the most, `least` at the least, `subset` of a list, or `fixed`. What is not
 * sold (e.g. a password's length) may be set freely within its schema.
 */
type Sale = "most" | "least" | "subset" | "fixed";

const sales: Readonly<Record<Sale, readonly string[]>> = {
  most: [
    "configuration.limits.*",
    "configuration.features.*",
    "configuration.security.encryption.key_management",
    "configuration.security.encryption.field_level",
    "configuration.security.encryption.quantum_resistant",
    "configuration.security.encryption.multi_region",
    "configuration.ai_configuration.model_access.*",
    "configuration.ai_configuration.rate_limits.*",
    "configuration.ai_configuration.ml_pipeline.*",
    "configuration.integrations.oauth2_flows",
    "configuration.integrations.scim_provisioning",
    "configuration.integrations.saml_sso",
    "infrastructure.auto_scaling.min_capacity",
    "infrastructure.auto_scaling.max_capacity",
    "infrastructure.auto_scaling.predictive_scaling",
    "infrastructure.storage.cdn_enabled",
    "infrastructure.database.connections",
    "infrastructure.database.statement_timeout_seconds",
    "infrastructure.database.idle_in_transaction_timeout_seconds",
    "infrastructure.database.read_replicas",
    "infrastructure.cache.size_mb",
    "infrastructure.edge.enabled",
    "infrastructure.recovery.cross_region",
    "monitoring.metrics.custom_metrics",
    "monitoring.metrics.real_time_metrics",
    "billing.limits_enforcement.grace_period_hours",
    "lifecycle.trial_days",
    "support.level",
  ],
  least: [
    "billing.limits_enforcement.hard_limits",
    "infrastructure.recovery.rpo_minutes",
    "infrastructure.recovery.rto_minutes",
    "monitoring.metrics.granularity_minutes",
    "support.response_hours.*",
  ],
  subset: ["monitoring.logging.categories"],
  fixed: [
    "infrastructure.isolation",
    "infrastructure.database.instance_class",
    "lifecycle.subscription_months",
    "support.hours.*",
  ],
};

const matches = (path: string, pattern: string) =>
  pattern.endsWith(".*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/** How the setting at `path` is sold; undefined where it is free to set. */
export const saleOf = (path: string): Sale | undefined =>
  (Object.keys(sales) as Sale[]).find((sale) => sales[sale].some((pattern) => matches(path, pattern)));

/** Whether `asked` is no more than `sold`, for a setting of which a tier sells `most`. */
function isAtMost(path: string, asked: unknown, sold: unknown): boolean {
  const order = orders[path];
  if (order) {
    return order.indexOf(String(asked)) <= order.indexOf(String(sold));
  }
  if (path.startsWith("configuration.features.")) {
    return asked === "off" || sold !== "off";
  }
  if (typeof asked === "boolean") {
    return !asked || sold === true;
  }
  return isQuantity(asked) && isQuantity(sold) && isWithin(quantityOf(asked), quantityOf(sold));
}

const isQuantity = (value: unknown): value is number | "unlimited" =>
  typeof value === "number" || value === "unlimited";

/** Whether `asked` is no less than `sold`, for a setting of which less is more service. */
const isAtLeast = (asked: unknown, sold: unknown): boolean =>
  typeof asked === "boolean" ? asked || sold === false : Number(asked) >= Number(sold ?? Number.POSITIVE_INFINITY);

/** Whether what is asked for at `path` stays within what the tier itself sells there. */
export function isEntitled(path: string, asked: unknown, sold: unknown): boolean {
  if (asked === undefined || isSame(asked, sold)) {
    return true;
  }
  switch (saleOf(path)) {
    case "most":
      return isAtMost(path, asked, sold);
    case "least":
      return isAtLeast(asked, sold);
    case "subset":
      return Array.isArray(asked) && Array.isArray(sold) && asked.every((item) => sold.includes(item));
    case "fixed":
      return false;
    case undefined:
      return true;
  }
}
