import type { TypeDefinition } from "../../define-type.ts";
import { anomalyMonitor } from "./anomaly-monitor.ts";
import { anomalySubscription } from "./anomaly-subscription.ts";
import { costAllocationTag } from "./cost-allocation-tag.ts";
import { costCategory } from "./cost-category.ts";

export const costexplorerTypes: readonly TypeDefinition[] = [
  anomalyMonitor,
  anomalySubscription,
  costAllocationTag,
  costCategory,
];
