import { deepEqual, equal } from "node:assert/strict";
import { CellKeyRotation } from "../../../components/keys/cell-key-rotation.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const { keyRotation } = cellPlan("us-1");
const rotations = () =>
  declared(() => new CellKeyRotation("rotations", { plan: keyRotation, topicArn: "arn:aws:sns:::topic" }));

describe("CellKeyRotation", () => {
  it("R-INF-1 R-MON-1 tells the operators of a rotation that failed", async () => {
    const all = await rotations();
    deepEqual(shortNames(all), ["ScheduleGroup rotations", "MetricAlarm rotations-alarm", "Queue rotations-failures"]);
    const alarm = named(all, "rotations-alarm").inputs;
    deepEqual(alarm["dimensions"], { QueueName: keyRotation.deadLetterQueueName });
    deepEqual(
      [alarm["metricName"], alarm["comparisonOperator"], alarm["threshold"], alarm["alarmActions"]],
      ["ApproximateNumberOfMessagesVisible", "GreaterThanThreshold", 0, ["arn:aws:sns:::topic"]],
    );
    equal(alarm["treatMissingData"], "notBreaching");
  });

  it("R-SEC-3 keeps what failed encrypted, for as long as a queue keeps anything", async () => {
    const { name, sqsManagedSseEnabled, messageRetentionSeconds } = named(
      await rotations(),
      "rotations-failures",
    ).inputs;
    deepEqual(
      [name, sqsManagedSseEnabled, messageRetentionSeconds],
      [keyRotation.deadLetterQueueName, true, 14 * 24 * 60 * 60],
    );
  });

  it("R-INF-1 has the group and the queue that a tenant's schedule names", async () => {
    const { key } = tenantPlan("northwind-freight");
    const scheduled = key.kind === "own" ? key.onDemandRotation : undefined;
    const all = await rotations();
    deepEqual(
      [scheduled?.groupName, scheduled?.deadLetterQueueName],
      [named(all, "rotations").inputs["name"], named(all, "rotations-failures").inputs["name"]],
    );
  });
});
