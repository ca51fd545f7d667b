import * as pulumi from "@pulumi/pulumi";
import type { ControlPlaneOutputs } from "../model/outputs.ts";
import type { ControlPlanePlan } from "../model/plan/control-plane-plan.ts";
import { CostAttribution } from "./billing/cost-attribution.ts";
import { ControlKey } from "./control-plane/control-key.ts";
import { Evidence } from "./control-plane/evidence.ts";
import { findingsBus } from "./control-plane/findings-bus.ts";
import { recordsBucket } from "./control-plane/records-bucket.ts";
import { SigningKey } from "./control-plane/signing-key.ts";
import type { Retention } from "./retention.ts";
import { AccountGuard } from "./threat/account-guard.ts";

/** Every output of `ControlPlaneOutputs`, as the cloud answers it. */
export type ControlPlaneResult = {
  readonly [Name in keyof ControlPlaneOutputs]: pulumi.Input<ControlPlaneOutputs[Name]>;
};

export interface ControlPlaneArgs {
  readonly plan: ControlPlanePlan;
  readonly retention: Retention;
  /** Account → provider that works in it. */
  readonly providers: ReadonlyMap<string, pulumi.ProviderResource>;
}

/**
 * What operates on the fleet, first to come and last to go: keys, evidence, and detection in all of its accounts.
 *
 * Keys, evidence and records survive `pulumi destroy` unless released.
 */
export class ControlPlane extends pulumi.ComponentResource {
  readonly result: ControlPlaneResult;

  constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ControlPlane", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const kmsKeyArn = new ControlKey(`${name}-key`, { plan, retention }, parent).arn;
    const signing = new SigningKey(
      `${name}-signing-key`,
      { place: plan.place, plan: plan.signingKey, retention },
      parent,
    );
    const evidence = new Evidence(`${name}-evidence`, { plan, retention, kmsKeyArn }, parent);
    const records = recordsBucket(`${name}-records`, plan, { retention, kmsKeyArn }, parent);
    const bus = findingsBus(`${name}-bus`, plan, kmsKeyArn, parent);
    const detectorIds = plan.guarded.map((account) => {
      const { accountId } = account.place;
      const provider = args.providers.get(accountId);
      const guard = new AccountGuard(
        `${name}-guard-${accountId}`,
        { ...plan, plan: account, busArn: bus.arn, records, kmsKeyArn },
        { ...parent, ...(provider === undefined ? {} : { providers: [provider] }) },
      );
      return Object.entries(guard.detectorIds).map(([region, id]) => [`${accountId}/${region}`, id] as const);
    });

    if (plan.costs !== undefined) new CostAttribution(`${name}-costs`, plan.costs, parent);

    this.result = {
      keyArn: kmsKeyArn,
      signingKeyArn: signing.arn,
      signingKeyId: signing.keyId,
      signingKeySpec: plan.signingKey.keySpec,
      evidenceBucketName: evidence.bucketName,
      eventBusName: bus.name,
      eventBusArn: bus.arn,
      trailArn: evidence.trailArn,
      detectorIds: pulumi.all(Object.fromEntries(detectorIds.flat())),
    };
    this.registerOutputs({ ...this.result });
  }
}
