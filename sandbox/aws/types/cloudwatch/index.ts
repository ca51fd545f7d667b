import type { TypeDefinition } from "../../define-type.ts";
import { compositeAlarm } from "./composite-alarm.ts";
import { dashboard } from "./dashboard.ts";
import { logAnomalyDetector } from "./log-anomaly-detector.ts";
import { logDataProtectionPolicy } from "./log-data-protection-policy.ts";
import { logDelivery } from "./log-delivery.ts";
import { logDeliveryDestination } from "./log-delivery-destination.ts";
import { logDeliverySource } from "./log-delivery-source.ts";
import { logGroup } from "./log-group.ts";
import { logMetricFilter } from "./log-metric-filter.ts";
import { logResourcePolicy } from "./log-resource-policy.ts";
import { logSubscriptionFilter } from "./log-subscription-filter.ts";
import { metricAlarm } from "./metric-alarm.ts";
import { metricStream } from "./metric-stream.ts";
import { queryDefinition } from "./query-definition.ts";

export const cloudwatchTypes: readonly TypeDefinition[] = [
  compositeAlarm,
  dashboard,
  logAnomalyDetector,
  logDataProtectionPolicy,
  logDelivery,
  logDeliveryDestination,
  logDeliverySource,
  logGroup,
  logMetricFilter,
  logResourcePolicy,
  logSubscriptionFilter,
  metricAlarm,
  metricStream,
  queryDefinition,
];
