import { nodeSize } from "../../../model/plan/node-size.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { hoursPerMonth } from "../charges/charge.ts";
import { nodeShareOfPod } from "../node-share.ts";
import { charges, type UsageCharge, type UsageRule } from "./usage-charge.ts";

const minutesPerMonth = hoursPerMonth * 60;

/** Alarms of the pool that look at one series: at 80 and at 100 % of an entitlement. */
const alarmsPerSeries = 2;

/** Series of metrics, each update of one that the cell's archive takes, and series that the pool's alarms look at. */
export const metrics: UsageRule = ({ plan, used: { metricSeries } }) => {
  const every = Number(plan.settings.metrics["granularity_minutes"] ?? 1);
  return charges("metrics", {
    "cloudwatch.metric": metricSeries,
    "cloudwatch.metric-updates": (metricSeries * minutesPerMonth) / every,
    "cloudwatch.alarm-metric": plan.monitoring.kind === "cell" ? metricSeries * alarmsPerSeries : 0,
  });
};

/** An event is charged for 5 kilobytes at the least on its way into the books. */
const gbPerEvent = 5e-6;

/** What it reports of its use: each AI session by itself in real time, the rest once a minute in which there is any. */
export const usageEvents: UsageRule = ({ plan, used }) => {
  const single = plan.settings.usage.real_time ? used.aiSessions : 0;
  const events = single + Math.min(minutesPerMonth, used.requests);
  return charges("metering", { "events.custom": events, "firehose.data": events * gbPerEvent });
};

/** Pods and nodes beyond those that are always there. */
export const scaling: UsageRule = ({ plan, used, shape }) => {
  const furtherPods = used.pods - plan.compute.workload.replicas;
  const nodes = plan.compute.nodeGroup === undefined ? furtherPods * nodeShareOfPod(plan.compute) : used.furtherNodes;
  return [
    ...nodeCharges("pods", nodes, plan),
    ...charges("pods", { "appconfig.requests": used.pods * shape.configurationPollsPerPod.amount }),
  ];
};

/** Nodes of the kind that pods run on, with their disks. */
export function nodeCharges(
  item: string,
  nodes: number,
  { compute }: Pick<TenantPlan, "compute">,
): readonly UsageCharge[] {
  const instanceType = compute.nodeGroup?.instanceTypes[0] ?? nodeSize.instanceType;
  return charges(item, {
    [`ec2.${instanceType}`]: nodes * hoursPerMonth,
    "ebs.gp3": nodes * (compute.nodeGroup?.diskSizeGib ?? nodeSize.diskSizeGib),
  });
}
