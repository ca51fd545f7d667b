import { deepEqual, equal, rejects } from "node:assert/strict";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogWatch, type LogWatchArgs } from "../../../components/monitoring/log-watch.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { cell, monitoring } = tenantPlan("acme-corp");
if (monitoring.kind !== "own") throw new Error("acme-corp has alarms of its own");
const categories = ["application", "security", "audit", "performance"];
const prefix = "/tenantry-sandbox/tenant-t7k3m9qd";
const watch = (plan: LogWatchArgs["plan"], groups: readonly string[] = categories) =>
  declared(() => {
    const logGroups = new Map(
      groups.map((name) => [`${prefix}/${name}`, new LogGroup(name, { name: `${prefix}/${name}` })]),
    );
    new LogWatch("logs", { plan, cell, kmsKeyArn: arnOf("kms"), logGroups });
  });
const watching = async (plan: LogWatchArgs["plan"]) =>
  shortNames(await watch(plan)).filter((name) => !name.startsWith("LogGroup "));

describe("LogWatch", () => {
  it("R-MON-2 R-MON-3 counts errors, warnings and denials, each in the log group of its category", async () => {
    const all = await watch(monitoring);
    const filter = (key: string) => {
      const { logGroupName, pattern, metricTransformation } = named(all, `logs-${key}`).inputs;
      const { namespace, name, value, defaultValue } = metricTransformation as Record<string, unknown>;
      return [logGroupName, pattern, namespace, name, value, defaultValue];
    };
    const namespace = "tenantry-sandbox/tenant-t7k3m9qd";
    deepEqual(["application-errors", "security-warnings", "audit-denials"].map(filter), [
      [`${prefix}/application`, '{ $.level = "ERROR" }', namespace, "application_errors", "1", "0"],
      [`${prefix}/security`, '{ ($.level = "WARN") || ($.level = "ERROR") }', namespace, "security_warnings", "1", "0"],
      [`${prefix}/audit`, '{ $.outcome = "denied" }', namespace, "audit_denials", "1", "0"],
    ]);
  });

  it("R-SEC-5 learns patterns and masks addresses where the tier has it, and does neither where it does not", async () => {
    const filters = monitoring.metricFilters.map(({ key }) => `LogMetricFilter logs-${key}`).sort();
    const both = ["LogAnomalyDetector logs-anomalies", "LogDataProtectionPolicy logs-masking", ...filters];
    deepEqual((await watching(monitoring)).sort(), both);
    deepEqual((await watching({ metricFilters: monitoring.metricFilters })).sort(), filters);
    equal(filters.length, 3);
  });

  it("R-SEC-3 encrypts what was learnt with the key it is given, and shows nobody an address or a card number", async () => {
    const all = await watch(monitoring);
    const { kmsKeyId, enabled, logGroupArnLists } = named(all, "logs-anomalies").inputs;
    deepEqual(
      [kmsKeyId, enabled, (logGroupArnLists as string[]).map((arn) => arn.endsWith(`${prefix}/application`))],
      [arnOf("kms"), true, [true]],
    );
    const { logGroupName, policyDocument } = named(all, "logs-masking").inputs;
    equal(logGroupName, `${prefix}/application`);
    const { Statement } = JSON.parse(String(policyDocument)) as { Statement: unknown };
    const DataIdentifier = ["EmailAddress", "CreditCardNumber"].map(
      (data) => `arn:aws:dataprotection::aws:data-identifier/${data}`,
    );
    deepEqual(Statement, [
      { Sid: "Audit", DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: "Mask", DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ]);
  });

  it("R-MON-3 reads no log group that is not declared", async () => {
    await rejects(watch(monitoring, ["application", "security"]), {
      message: `the log group ${prefix}/audit is read, but not declared`,
    });
  });
});
