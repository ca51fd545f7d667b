import { deepEqual, equal } from "node:assert/strict";
import { AuroraReaderScaling } from "../../../components/scaling/aurora-reader-scaling.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { readerScaling } = cellPlan("umbra-1").database;
const scaling = () =>
  declared(() => {
    if (readerScaling === undefined) throw new Error("no scaling is planned");
    new AuroraReaderScaling("readers", { plan: readerScaling, clusterIdentifier: "umbra-db" });
  });

describe("AuroraReaderScaling", () => {
  it("R-INF-4 lets the readers of this cluster grow from the declared ones to no more than Aurora's fifteen", async () => {
    const all = await scaling();
    deepEqual(shortNames(all), ["Target readers", "Policy readers-policy"]);
    deepEqual(named(all, "readers").inputs, {
      serviceNamespace: "rds",
      resourceId: "cluster:umbra-db",
      scalableDimension: "rds:cluster:ReadReplicaCount",
      minCapacity: 3,
      maxCapacity: 15,
    });
  });

  it("R-INF-4 holds their processors at 70 %, adds after 300 seconds and takes away after 600", async () => {
    const { policyType, resourceId, targetTrackingScalingPolicyConfiguration } = named(
      await scaling(),
      "readers-policy",
    ).inputs;
    deepEqual([policyType, resourceId], ["TargetTrackingScaling", "cluster:umbra-db"]);
    deepEqual(targetTrackingScalingPolicyConfiguration, {
      predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
      targetValue: 70,
      scaleInCooldown: 600,
      scaleOutCooldown: 300,
    });
  });

  it("R-INF-4 is for a cell of one tenant's own: the shared server of a pool has no readers to scale", () => {
    equal(cellPlan("us-1").database.readerScaling, undefined);
    equal(readerScaling?.maxReaders, 15);
  });
});
