import { deepEqual, equal } from "node:assert/strict";
import { CellCluster } from "../../../components/compute/cell-cluster.ts";
import { CellNetwork } from "../../../components/network/cell-network.ts";
import { arnOf, declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const cluster = (administratorArns: readonly string[] = []) =>
  declared(() => {
    const shared = { plan: cellPlan("us-1"), retention: "kept", kmsKeyArn: arnOf("kms") } as const;
    new CellCluster("eks", { ...shared, network: new CellNetwork("net", shared), administratorArns });
  });

describe("CellCluster", () => {
  it("R-ISO-4 R-SEC-9 has a private endpoint alone, secrets under the cell's key, and all control-plane logs", async () => {
    const { inputs } = named(await cluster(), "eks");
    const { endpointPrivateAccess, endpointPublicAccess } = inputs["vpcConfig"] as Record<string, unknown>;
    deepEqual([endpointPrivateAccess, endpointPublicAccess], [true, false]);
    deepEqual(inputs["encryptionConfig"], { provider: { keyArn: arnOf("kms") }, resources: ["secrets"] });
    deepEqual(inputs["enabledClusterLogTypes"], ["api", "audit", "authenticator", "controllerManager", "scheduler"]);
    equal(inputs["deletionProtection"], true);
  });

  it("R-MON-3 has its log group before EKS would make one without key and end", async () => {
    const all = await cluster();
    const { name, kmsKeyId, retentionInDays } = named(all, "eks-logs").inputs;
    deepEqual([name, kmsKeyId, retentionInDays], ["/aws/eks/tenantry-sandbox-cell-us-1/cluster", arnOf("kms"), 365]);
    equal(
      named(all, "eks").options.dependencies?.some((urn) => urn.endsWith("::eks-logs")),
      true,
    );
  });

  it("R-SEC-4 is administered by access entries, or by its creator where none is named", async () => {
    const accessOf = async (arns: readonly string[]) => named(await cluster(arns), "eks").inputs["accessConfig"];
    deepEqual(await accessOf(["arn:aws:iam::111122223333:role/deployer"]), {
      authenticationMode: "API",
      bootstrapClusterCreatorAdminPermissions: false,
    });
    deepEqual(await accessOf([]), { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true });
  });

  it("R-SEC-9 reaches AWS services by its own security group", async () => {
    const all = await cluster();
    const { referencedSecurityGroupId, cidrIpv4, fromPort, toPort } = named(all, "eks-to-endpoints").inputs;
    deepEqual([cidrIpv4, fromPort, toPort], [undefined, 443, 443]);
    equal(String(referencedSecurityGroupId).startsWith("sg-"), true);
  });
});
