import { deepEqual } from "node:assert/strict";
import { ClusterAdministrators } from "../../../components/compute/cluster-administrators.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell } = cellPlan("us-1");
const administrators = (...administratorArns: string[]) =>
  declared(() => new ClusterAdministrators("admins", { cell, clusterName: "cell-cluster", administratorArns }));

describe("ClusterAdministrators", () => {
  it("R-SEC-4 gives each role an access entry with AWS' policy for administrators, and nobody else", async () => {
    const arn = "arn:aws:iam::111122223333:role/deployer";
    const all = await administrators(arn);
    deepEqual(shortNames(all), ["AccessEntry admins-deployer", "AccessPolicyAssociation admins-deployer-policy"]);
    const { principalArn, policyArn, accessScope } = named(all, "admins-deployer-policy").inputs;
    deepEqual(
      [principalArn, policyArn, accessScope],
      [arn, "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", { type: "cluster" }],
    );
    deepEqual(await administrators(), []);
  });
});
