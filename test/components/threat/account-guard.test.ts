import { deepEqual } from "node:assert/strict";
import { PrivateBucket } from "../../../components/storage/private-bucket.ts";
import { AccountGuard } from "../../../components/threat/account-guard.ts";
import { planControlPlane } from "../../../model/plan/plan-control-plane.ts";
import { arnOf, declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellNamed, fleet } from "../../support/tenant-sources.ts";

const plan = planControlPlane(fleet, [cellNamed("us-1")]);
const guard = async (regions?: readonly string[]) => {
  const all = await declared(() => {
    const [account] = plan.guarded;
    if (account === undefined) throw new Error("no account is guarded");
    const place = { retention: "kept", versioning: true, partition: "aws" } as const;
    const records = new PrivateBucket("records", { bucketName: plan.recordsBucketName, ...place });
    const guarded = { ...account, regions: regions ?? account.regions };
    new AccountGuard("guard", { ...plan, plan: guarded, busArn: arnOf("events"), records, kmsKeyArn: arnOf("kms") });
  });
  return all.filter(({ name }) => name.startsWith("guard"));
};

describe("AccountGuard", () => {
  it("R-SEC-5 has once what an account has once, and a detector in each Region that is used", async () => {
    const ofAccount = (names: readonly string[]) => names.filter((name) => !/ guard-us-\w+-\d-/.test(name));
    const once = [
      "RolePolicyAttachment guard-recorder-reads",
      "AccountPublicAccessBlock guard-public-access",
      "Role guard-findings",
      "Role guard-recorder",
      "RolePolicy guard-findings-policy",
      "RolePolicy guard-recorder-delivers",
    ];
    const two = shortNames(await guard());
    const one = shortNames(await guard(["us-east-1"]));
    deepEqual([ofAccount(two).toSorted(), ofAccount(one).toSorted()], [once.toSorted(), once.toSorted()]);
    const detectors = (names: readonly string[]) => names.filter((name) => name.startsWith("Detector "));
    deepEqual(detectors(two), ["Detector guard-us-east-1-detector", "Detector guard-us-west-2-detector"]);
    deepEqual(detectors(one), ["Detector guard-us-east-1-detector"]);
  });

  it("R-SEC-9 lets no bucket of the account be opened to the public", async () => {
    deepEqual(named(await guard(), "guard-public-access").inputs, {
      accountId: "111122223333",
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  it("R-SEC-4 lets Config deliver below the account's own prefix, and findings go to the control plane's bus", async () => {
    const all = await guard();
    const delivers = named(all, "guard-recorder-delivers");
    const bucket = `arn:aws:s3:::${plan.recordsBucketName}`;
    const deliver = statement(delivers, "Deliver");
    deepEqual([deliver.Action, deliver.Resource], ["s3:PutObject", `${bucket}/AWSLogs/111122223333/Config/*`]);
    const encrypt = statement(delivers, "Encrypt");
    deepEqual([encrypt.Action, encrypt.Resource], [["kms:Decrypt", "kms:GenerateDataKey"], arnOf("kms")]);
    const forward = statement(named(all, "guard-findings-policy"), "Forward");
    deepEqual([forward.Action, forward.Resource], ["events:PutEvents", arnOf("events")]);
    for (const [role, service] of [
      ["guard-recorder", "config"],
      ["guard-findings", "events"],
    ] as const) {
      const { Principal, Condition } = statement(named(all, role), "Service", "assumeRolePolicy");
      deepEqual(Principal, { Service: `${service}.amazonaws.com` });
      deepEqual(Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    }
  });
});
