import { deepEqual, equal } from "node:assert/strict";
import { ControlKey } from "../../../components/control-plane/control-key.ts";
import type { Retention } from "../../../components/retention.ts";
import { planControlPlane } from "../../../model/plan/plan-control-plane.ts";
import { declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { cellNamed, fleet } from "../../support/tenant-sources.ts";

const plan = planControlPlane(fleet, [cellNamed("us-1")]);
const root = { AWS: "arn:aws:iam::111122223333:root" };
const key = (retention: Retention = "kept") => declared(() => new ControlKey("control", { plan, retention }));

describe("ControlKey", () => {
  it("R-SEC-3 is one key with an alias, which AWS rotates every 90 days", async () => {
    const all = await key();
    deepEqual(shortNames(all), ["Key control", "Alias control-alias"]);
    const { enableKeyRotation, rotationPeriodInDays, deletionWindowInDays } = named(all, "control").inputs;
    deepEqual([enableKeyRotation, rotationPeriodInDays, deletionWindowInDays], [true, 90, 30]);
    equal(named(all, "control-alias").inputs["name"], "alias/tenantry-sandbox-control-plane");
  });

  it("R-SEC-4 lets the account administer it without using it, and the fleet's accounts use it through S3 alone", async () => {
    const control = named(await key(), "control");
    const { Principal, Action, Condition } = statement(control, "Records111122223333");
    deepEqual([Principal, Action], [root, ["kms:Decrypt", "kms:GenerateDataKey"]]);
    deepEqual(Condition, { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } });
    deepEqual(
      [statement(control, "Administration").Action]
        .flat()
        .filter((action) => /^kms:(\*|Decrypt|Encrypt|GenerateDataKey|ReEncrypt|CreateGrant)/.test(action)),
      [],
    );
  });

  it("R-SEC-7 lets CloudTrail encrypt the fleet's own trail, and EventBridge the control plane's own bus", async () => {
    const control = named(await key(), "control");
    deepEqual(statement(control, "TrailRecords").Condition, {
      StringEquals: {
        "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/tenantry-sandbox-control-plane-trail",
      },
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" },
    });
    const { Principal, Condition } = statement(control, "Events");
    deepEqual(Principal, { Service: "events.amazonaws.com" });
    deepEqual(Condition, {
      StringEquals: {
        "aws:SourceAccount": "111122223333",
        "aws:SourceArn": "arn:aws:events:us-east-1:111122223333:event-bus/tenantry-sandbox-control-plane",
      },
    });
  });

  it("R-SEC-3 survives a destroy, since without it the evidence is gone, unless it is released", async () => {
    deepEqual(keeping(named(await key(), "control")), kept);
    deepEqual(keeping(named(await key("released"), "control")), released);
  });
});
