import { deepEqual, equal } from "node:assert/strict";
import { SigningKey } from "../../../components/control-plane/signing-key.ts";
import type { Retention } from "../../../components/retention.ts";
import { planControlPlane } from "../../../model/plan/plan-control-plane.ts";
import { declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { fleet } from "../../support/tenant-sources.ts";

const { place, signingKey } = planControlPlane(fleet, []);
const key = (retention: Retention = "kept") =>
  declared(() => new SigningKey("signing", { place, plan: signingKey, retention }));

describe("SigningKey", () => {
  it("R-INF-2 signs by ML-DSA, and encrypts nothing", async () => {
    const all = await key();
    deepEqual(shortNames(all), ["Key signing", "Alias signing-alias"]);
    const { customerMasterKeySpec, keyUsage, enableKeyRotation } = named(all, "signing").inputs;
    deepEqual([customerMasterKeySpec, keyUsage], ["ML_DSA_65", "SIGN_VERIFY"]);
    // KMS rotates no asymmetric key.
    equal(enableKeyRotation, undefined);
    equal(named(all, "signing-alias").inputs["name"], "alias/tenantry-sandbox-control-plane-signing");
  });

  it("R-INF-2 lets the account sign, verify and publish the public half, and nobody of another account", async () => {
    const signing = named(await key(), "signing");
    const { Effect, Principal, Action } = statement(signing, "Signatures");
    deepEqual(
      [Effect, Principal, Action],
      ["Allow", { AWS: "arn:aws:iam::111122223333:root" }, ["kms:GetPublicKey", "kms:Sign", "kms:Verify"]],
    );
    const principals = String(signing.inputs["policy"]).match(/arn:aws:iam::\d+:\w+/g);
    deepEqual([...new Set(principals)], ["arn:aws:iam::111122223333:root"]);
  });

  it("R-INF-2 outlives tenants: its policy lets nobody delete it while it is kept, and a released one can be", async () => {
    const mayDelete = async (retention: Retention) => {
      const signing = named(await key(retention), "signing");
      return [String(signing.inputs["policy"]).includes("kms:ScheduleKeyDeletion"), keeping(signing)];
    };
    deepEqual(await mayDelete("kept"), [false, kept]);
    deepEqual(await mayDelete("released"), [true, released]);
  });
});
