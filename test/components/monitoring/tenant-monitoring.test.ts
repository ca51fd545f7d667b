import { deepEqual, equal } from "node:assert/strict";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { declaredTenant } from "../../support/alarms/declared-stack.ts";
import { named, shortNames, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const watching =
  /^(LogMetricFilter|LogAnomalyDetector|LogDataProtectionPolicy|Dashboard|Topic|TopicPolicy|TopicSubscription) /;
const declared = async (plan: TenantPlan) => (await declaredTenant(plan)).resources;

describe("TenantMonitoring", () => {
  it("R-MON-1 R-MON-2 R-MON-3 gives a tenant a dashboard, a topic for its owner, and readers of its logs", async () => {
    const names = shortNames(await declared(tenantPlan("acme-corp"))).filter(
      (name) => watching.test(name) && name.includes("-monitoring-"),
    );
    deepEqual(names.sort(), [
      "Dashboard acme-corp-monitoring-dashboard",
      "LogAnomalyDetector acme-corp-monitoring-logs-anomalies",
      "LogDataProtectionPolicy acme-corp-monitoring-logs-masking",
      "LogMetricFilter acme-corp-monitoring-logs-application-errors",
      "LogMetricFilter acme-corp-monitoring-logs-audit-denials",
      "LogMetricFilter acme-corp-monitoring-logs-security-warnings",
      "Topic acme-corp-monitoring-owner",
      "TopicPolicy acme-corp-monitoring-owner-policy",
      "TopicSubscription acme-corp-monitoring-owner-subscription",
    ]);
  });

  it("R-SEC-4 encrypts the owner's topic with the tenant's key, which alarms of this account may use for it", async () => {
    const resources = await declared(tenantPlan("acme-corp"));
    const key = named(resources, "acme-corp-key", "Key");
    const used = named(resources, "acme-corp-monitoring-owner", "Topic").inputs["kmsMasterKeyId"];
    equal(String(used).includes(":key/"), true);
    equal(used === "arn:aws:kms:us-east-1:111122223333:key/cell", false);
    const { Principal, Action, Condition } = statement(key, "Alarms");
    deepEqual(
      [Principal, Action, Condition],
      [
        { Service: "cloudwatch.amazonaws.com" },
        ["kms:Decrypt", "kms:GenerateDataKey*"],
        { StringEquals: { "aws:SourceAccount": "111122223333" } },
      ],
    );
  });

  it("R-MON-2 keeps the alarms of a suspended tenant, and lets them ring nobody", async () => {
    const enabled = async (phase: "active" | "suspended") => {
      const alarms = (await declared(tenantPlan("acme-corp", phase))).filter(({ type }) => /Alarm$/.test(type));
      return [alarms.length, [...new Set(alarms.map(({ inputs }) => inputs["actionsEnabled"]))]];
    };
    const [[many, active], [same, suspended]] = [await enabled("active"), await enabled("suspended")];
    deepEqual([active, suspended, same], [[true], [false], many]);
  });

  it("R-MON-1 shows every alarm and each entitlement's limit on the dashboard", async () => {
    const resources = await declared(tenantPlan("acme-corp"));
    const { dashboardBody } = named(resources, "acme-corp-monitoring-dashboard").inputs;
    const { widgets } = JSON.parse(String(dashboardBody)) as {
      widgets: {
        type: string;
        properties: { title?: string; alarms?: string[]; annotations?: { horizontal: unknown } };
      }[];
    };
    const alarms = resources.filter(({ type }) => type.endsWith(":MetricAlarm"));
    equal(widgets.find(({ type }) => type === "alarm")?.properties.alarms?.length, alarms.length);
    const users = widgets.find(({ properties }) => properties.title === "users")?.properties;
    deepEqual(users?.annotations?.horizontal, [
      { label: "users-80", value: 400 },
      { label: "users-100", value: 500 },
    ]);
  });
});
