import { deepEqual, equal } from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { TenantCompute } from "../../../components/compute/tenant-compute.ts";
import type { Phase } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { declared, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const compute = (id: string, phase: Phase = "active") =>
  declared(
    () =>
      new TenantCompute("compute", {
        plan: tenantPlan(id, phase),
        cell: cellOutputs,
        workloadRoleArn: "arn:aws:iam::111122223333:role/pool",
        configurationPublished: new ComponentResource("test:Published", "published"),
      }),
  );

describe("TenantCompute", () => {
  it("R-ISO-5 binds the tenant's service account to its IAM role by EKS Pod Identity", async () => {
    const { clusterName, namespace, serviceAccount, roleArn, disableSessionTags } = named(
      await compute("acme-corp"),
      "compute-identity",
    ).inputs;
    deepEqual(
      [clusterName, namespace, serviceAccount, roleArn],
      ["cell-cluster", "tenant-t7k3m9qd", "workload", "arn:aws:iam::111122223333:role/pool"],
    );
    equal(disableSessionTags, undefined);
  });

  it("R-TIER-8 brings nodes of its own at the database level alone", async () => {
    const groups = async (id: string) => (await compute(id)).filter(({ type }) => type.endsWith(":NodeGroup")).length;
    deepEqual(
      [
        await groups("blue-kite"),
        await groups("acme-corp"),
        await groups("northwind-freight"),
        await groups("umbra-health"),
      ],
      [0, 0, 1, 0],
    );
  });

  it("gives a suspended tenant's pods no identity and no place, and keeps the namespace", async () => {
    const names = (await compute("acme-corp", "suspended")).map(({ name }) => name);
    equal(names.includes("compute-identity"), false);
    equal(names.includes("compute-namespace"), true);
    const { replicas } = named(await compute("acme-corp", "suspended"), "compute-workload").inputs["spec"] as {
      replicas: number;
    };
    equal(replicas, 0);
  });
});
