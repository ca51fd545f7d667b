import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { awsClient } from "../../../support/aws-client.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const cluster = "aws:eks/cluster:Cluster";

describe("EKS of the embedded account", () => {
  let place: AwsSurroundings;
  let good: Record<string, unknown>;
  beforeEach(async () => {
    place = await awsSurroundings();
    place.world.asked.splice(0);
    good = {
      name: "one",
      roleArn: place.ids["roleArn"],
      version: "1.34",
      vpcConfig: { subnetIds: [place.ids["subnet"], place.ids["otherSubnet"]] },
    };
  });

  it("starts an API server for a cluster, tells where it is, and removes it", async () => {
    const made = await place.client.create(cluster, good);
    const server = place.world.kubernetes.get("one");
    equal(made.outputs["endpoint"], server?.endpoint);
    deepEqual(made.outputs["certificateAuthority"], { data: server?.certificateAuthority });
    const vpcConfig = made.outputs["vpcConfig"] as Record<string, unknown>;
    equal(vpcConfig["vpcId"], place.ids["vpc"]);
    match(String(vpcConfig["clusterSecurityGroupId"]), /^sg-/);
    equal(
      (await place.client.invoke("aws:eks/getClusterAuth:getClusterAuth", { name: "one" }))["token"],
      "token of one",
    );
    await place.client.delete(made);
    deepEqual(place.world.asked, ["kubernetes.start one", "kubernetes.remove one"]);
  });

  it("refuses a second name in any account, subnets in one zone, and a role that does not exist", async () => {
    await place.client.create(cluster, good);
    await rejects(place.client.create(cluster, good), /ResourceInUseException: Cluster already exists with name: one$/);
    const other = await awsClient(place.world, { region: "us-west-2", allowedAccountIds: ["444455556666"] });
    await rejects(other.create(cluster, good), /the sandbox has one API server for a name/);
    await rejects(
      place.client.create(cluster, { ...good, name: "two", vpcConfig: { subnetIds: [place.ids["subnet"]] } }),
      /at least two different AZs/,
    );
    await rejects(
      place.client.create(cluster, { ...good, name: "two", roleArn: "arn:aws:iam::111122223333:role/none" }),
      /InvalidParameterException: The role .* does not exist/,
    );
  });

  it("refuses to delete a cluster with node groups or protection, and takes its records with it", async () => {
    const made = await place.client.create(cluster, { ...good, deletionProtection: true });
    const group = await place.client.create("aws:eks/nodeGroup:NodeGroup", {
      clusterName: "one",
      nodeGroupName: "workers",
      nodeRoleArn: place.ids["roleArn"],
      subnetIds: [place.ids["subnet"]],
      scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
    });
    equal(group.id, "one:workers");
    const addon = await place.client.create("aws:eks/addon:Addon", { clusterName: "one", addonName: "vpc-cni" });
    await rejects(place.client.delete(made), /deletion protection/);
    const free = await place.client.update(made, good);
    await rejects(place.client.delete(free), /ResourceInUseException: Cluster has nodegroups attached: one:workers/);
    await place.client.delete(group);
    await place.client.delete(free);
    equal(await place.client.read(addon), undefined);
  });

  it("moves Kubernetes up one minor version at a time, and never down", async () => {
    const made = await place.client.create(cluster, good);
    await rejects(place.client.update(made, { ...good, version: "1.36" }), /from 1\.34 to 1\.36/);
    await rejects(place.client.update(made, { ...good, version: "1.33" }), /from 1\.34 to 1\.33/);
    equal((await place.client.update(made, { ...good, version: "1.35" })).outputs["version"], "1.35");
  });

  it("refuses values that EKS refuses", async () => {
    await refusesEach(place.client, cluster, good, [
      ["name", "-one", /name/],
      ["version", "2.0", /unsupported Kubernetes version 2\.0/],
      ["enabledClusterLogTypes", ["audits"], /enabledClusterLogTypes to be some of/],
      ["accessConfig", { authenticationMode: "NONE" }, /authenticationMode to be one of/],
    ]);
    const sizes = (minSize: number, desiredSize: number, maxSize: number) => ({ minSize, desiredSize, maxSize });
    await refusesEach(
      place.client,
      "aws:eks/nodeGroup:NodeGroup",
      { clusterName: "one", nodeRoleArn: place.ids["roleArn"], subnetIds: ["subnet-0"], scalingConfig: sizes(1, 2, 3) },
      [
        ["scalingConfig", sizes(3, 2, 3), /can't be less than minimum size 3/],
        ["scalingConfig", sizes(1, 4, 3), /can't be greater than max size 3/],
        ["capacityType", "FREE", /capacityType to be one of/],
      ],
    );
  });

  it("R-ISO-3 ties a pod identity to one role for a service account, in a cluster that exists", async () => {
    const type = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
    const identity = {
      clusterName: "cluster",
      namespace: "tenant-a",
      serviceAccount: "workload",
      roleArn: place.ids["roleArn"],
    };
    match((await place.client.create(type, identity)).id, /^a-[0-9a-f]{17}$/);
    await rejects(
      place.client.create(type, { ...identity, roleArn: place.ids["otherRoleArn"] }),
      /ResourceInUseException: Association already exists/,
    );
    await rejects(place.client.create(type, { ...identity, clusterName: "none" }), /No cluster found for name: none/);
  });

  it("gives access by entries only where the cluster's mode allows it, and policies only to entries", async () => {
    await place.client.create(cluster, good);
    const entry = "aws:eks/accessEntry:AccessEntry";
    await rejects(
      place.client.create(entry, { clusterName: "one", principalArn: place.ids["roleArn"] }),
      /authentication mode must be set to one of/,
    );
    const policy = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
    const view = {
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      accessScope: { type: "cluster" },
    };
    await rejects(
      place.client.create(policy, { clusterName: "other-cluster", principalArn: place.ids["roleArn"], ...view }),
      /has no access entry in other-cluster/,
    );
    await place.client.create(policy, { clusterName: "cluster", principalArn: place.ids["roleArn"], ...view });
    await refusesEach(place.client, entry, { clusterName: "cluster", principalArn: place.ids["roleArn"] }, [
      ["kubernetesGroups", ["system:masters"], /cannot start with system:/],
    ]);
  });
});
