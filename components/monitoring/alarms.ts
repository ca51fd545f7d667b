import { CompositeAlarm } from "@pulumi/aws/cloudwatch/compositeAlarm.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmAudience, AlarmSeverity, CompositeAlarmPlan, MetricAlarmPlan } from "../../model/plan/alarm-plan.ts";
import { conditionOf } from "./alarm-measure.ts";

/** Topics by audience and severity. */
export interface AlarmRouting {
  readonly urgentTopicArn: pulumi.Input<string>;
  readonly routineTopicArn: pulumi.Input<string>;
  /** Absent: there is no owner to tell. */
  readonly ownerTopicArn?: pulumi.Input<string>;
}

export interface AlarmsArgs {
  readonly alarms: readonly MetricAlarmPlan[];
  readonly composites: readonly CompositeAlarmPlan[];
  readonly routing: AlarmRouting;
  /** Off while a tenant is suspended: its application is down on purpose. */
  readonly actionsEnabled: boolean;
}

/**
 * Alarms of one owner, each telling its audience when it goes off and when it is over.
 *
 * Costs about 0.10 USD a month each, and one of several series as much for every series that has data.
 */
export class Alarms extends pulumi.ComponentResource {
  constructor(name: string, args: AlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:Alarms", name, {}, opts);
    const parent = { parent: this };
    const { actionsEnabled } = args;

    const declared = new Map(
      args.alarms.map((plan) => {
        const { key, alarmName, description, evaluationPeriods, datapointsToAlarm, missingData } = plan;
        const alarm = new MetricAlarm(
          `${name}-${key}`,
          {
            name: alarmName,
            alarmDescription: description,
            ...conditionOf(plan),
            evaluationPeriods,
            datapointsToAlarm,
            treatMissingData: missingData,
            actionsEnabled,
            ...actionsOf(plan, args.routing),
          },
          parent,
        );
        return [key, alarm] as const;
      }),
    );
    for (const plan of args.composites) {
      const { key, alarmName, description } = plan;
      const of = plan.of.map((child) => childOf(declared, child, key));
      new CompositeAlarm(
        `${name}-${key}`,
        {
          alarmName,
          alarmDescription: description,
          alarmRule: ruleOf(plan, args.alarms),
          actionsEnabled,
          ...actionsOf(plan, args.routing),
        },
        { ...parent, dependsOn: of },
      );
    }
    this.registerOutputs({});
  }
}

function childOf(declared: ReadonlyMap<string, MetricAlarm>, child: string, key: string): MetricAlarm {
  const alarm = declared.get(child);
  if (alarm === undefined) throw new Error(`the alarm ${key} is made of ${child}, which is not declared`);
  return alarm;
}

function ruleOf({ of, condition }: CompositeAlarmPlan, alarms: readonly MetricAlarmPlan[]): string {
  const names = new Map(alarms.map(({ key, alarmName }) => [key, alarmName]));
  return of.map((key) => `ALARM("${names.get(key) ?? key}")`).join(condition === "any" ? " OR " : " AND ");
}

const urgent: readonly AlarmSeverity[] = ["critical", "high"];

/** Told alike when it begins and when it ends. */
function actionsOf(
  { audience, severity }: { readonly audience: readonly AlarmAudience[]; readonly severity: AlarmSeverity },
  routing: AlarmRouting,
): { alarmActions?: pulumi.Input<string>[]; okActions?: pulumi.Input<string>[] } {
  const operator = urgent.includes(severity) ? routing.urgentTopicArn : routing.routineTopicArn;
  const { ownerTopicArn } = routing;
  const topics = [
    ...(audience.includes("operator") ? [operator] : []),
    ...(audience.includes("owner") && ownerTopicArn !== undefined ? [ownerTopicArn] : []),
  ];
  return topics.length === 0 ? {} : { alarmActions: topics, okActions: topics };
}
