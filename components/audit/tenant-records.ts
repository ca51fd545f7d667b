import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { QueryDefinition } from "@pulumi/aws/cloudwatch/queryDefinition.js";
import * as pulumi from "@pulumi/pulumi";
import type { RoutingPlan, TenantRecordsPlan } from "../../model/plan/threat-plan.ts";
import { activityPattern, findingsPattern, type TenantThings } from "./tenant-patterns.ts";

export interface TenantRecordsArgs {
  readonly plan: TenantRecordsPlan;
  readonly things: TenantThings;
  /** Name of a log group of the tenant's → the group. */
  readonly groups: ReadonlyMap<string, LogGroup>;
  /** The cell's, from which findings come. */
  readonly securityBusName: string;
  /** Where the cell keeps its trail's records and its account's findings searchable. */
  readonly cellLogGroupNames: readonly string[];
}

/**
 * How a tenant sees what is done to what it owns, and what is found there.
 *
 * Events of AWS' own services and rules cost nothing; what is written down costs 0.50 USD per GB, and what a stored
 * search reads 0.005 USD per GB.
 */
export class TenantRecords extends pulumi.ComponentResource {
  constructor(name: string, args: TenantRecordsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantRecords", name, {}, opts);
    const { plan, things, securityBusName } = args;
    const parent = { parent: this };
    if (plan.kind === "query") {
      storeSearch(`${name}-query`, plan.queryName, args, parent);
    } else {
      const activity = {
        eventPattern: activityPattern(things),
        state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
      };
      route(`${name}-activity`, plan.activity, activity, args, parent);
      if (plan.findings !== undefined) {
        const findings = { eventPattern: findingsPattern(things), eventBusName: securityBusName };
        route(`${name}-findings`, plan.findings, findings, args, parent);
      }
    }
    this.registerOutputs({});
  }
}

interface Matching {
  readonly eventPattern: pulumi.Input<string>;
  /** Reads are told of too where the rule says so; default: writes alone. */
  readonly state?: string;
  /** Default: the account's own bus. */
  readonly eventBusName?: string;
}

function route(
  name: string,
  { ruleName, logGroupName }: RoutingPlan,
  matching: Matching,
  { groups }: TenantRecordsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const group = groups.get(logGroupName);
  if (group === undefined) throw new Error(`${ruleName} writes into ${logGroupName}, which the tenant does not have`);
  const rule = new EventRule(name, { name: ruleName, ...matching }, opts);
  const bus = matching.eventBusName === undefined ? {} : { eventBusName: matching.eventBusName };
  new EventTarget(`${name}-target`, { rule: rule.name, ...bus, targetId: "logs", arn: group.arn }, opts);
}

function storeSearch(
  name: string,
  queryName: string,
  { things, cellLogGroupNames }: TenantRecordsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const queryString = [
    "fields @timestamp, eventSource, eventName, userIdentity.arn, errorCode, @message",
    `filter @message like /${things.namespace}\\b/`,
    "sort @timestamp desc",
    "limit 1000",
  ].join("\n| ");
  new QueryDefinition(name, { name: queryName, logGroupNames: [...cellLogGroupNames], queryString }, opts);
}
