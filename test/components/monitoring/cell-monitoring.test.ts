import { deepEqual, equal } from "node:assert/strict";
import { CellMonitoring } from "../../../components/monitoring/cell-monitoring.ts";
import { declaredCell } from "../../support/alarms/declared-stack.ts";
import { arnOf, declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, monitoring } = cellPlan("us-1");
const watched = (plan = monitoring) =>
  declared(
    () =>
      new CellMonitoring("watch", {
        plan,
        cell,
        kmsKeyArn: arnOf("kms"),
        retention: "kept",
        logBucketName: "cell-logs",
      }),
  );

describe("CellMonitoring", () => {
  it("R-MON-2 tells operators on two topics under the cell's key, by how soon somebody must look", async () => {
    for (const id of ["us-1", "umbra-1"]) {
      const { resources } = await declaredCell(id);
      const names = shortNames(resources).filter((name) =>
        /^(Dashboard|TopicSubscription) cell-[\w-]+-monitoring-/.test(name),
      );
      deepEqual(
        names.sort(),
        [
          `Dashboard cell-${id}-monitoring-dashboard`,
          `TopicSubscription cell-${id}-monitoring-routine-subscription`,
          `TopicSubscription cell-${id}-monitoring-urgent-subscription`,
        ],
        id,
      );
      equal(statement(named(resources, `cell-${id}-key`, "Key"), "Alarms").Effect, "Allow");
    }
  });

  it("R-MON-2 calls somebody for what is high, and leaves what is low for the day", async () => {
    const all = await watched();
    const topicOf = (key: string) =>
      (named(all, `watch-alarms-${key}`).inputs["alarmActions"] as string[]).map((arn) => arn.split("-").at(-1));
    deepEqual([topicOf("database-storage"), topicOf("users-80")], [["urgent"], ["routine"]]);
    equal(all.filter(({ type }) => type.endsWith(":MetricAlarm")).length, monitoring.alarms.length);
    const silent = all.filter(({ type, inputs }) => /Alarm$/.test(type) && inputs["actionsEnabled"] !== true);
    deepEqual(shortNames(silent), []);
  });

  it("R-SEC-4 takes messages from services that act for this account alone, encrypted", async () => {
    const all = await watched();
    for (const topic of ["watch-urgent", "watch-routine"]) {
      equal(named(all, topic).inputs["kmsMasterKeyId"], arnOf("kms"));
      for (const service of ["cloudwatch", "events", "budgets", "costalerts"]) {
        const { Principal, Condition } = statement(named(all, `${topic}-policy`), `Publish${service}`);
        deepEqual(Principal, { Service: `${service}.amazonaws.com` });
        deepEqual(Condition, { StringEquals: { "aws:SourceAccount": cell.accountId } });
      }
    }
  });

  it("R-MON-1 archives metrics for as long as was sold, and not where CloudWatch keeps them that long", async () => {
    const { archive: _archive, ...without } = monitoring;
    const archives = async (plan: typeof monitoring) =>
      shortNames(await watched(plan)).filter((name) => name.startsWith("MetricStream "));
    deepEqual([await archives(monitoring), await archives(without)], [["MetricStream watch-archive-stream"], []]);
  });
});
