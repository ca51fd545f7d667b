import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";
import type { AccountPlace, ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import { administrationStatement } from "../keys/key-statements.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface SigningKeyArgs {
  readonly place: AccountPlace;
  readonly plan: ControlPlanePlan["signingKey"];
  readonly retention: Retention;
}

/**
 * Signs what has to be believed for longer than a tenant lives, by ML-DSA (FIPS 204): no quantum computer forges it.
 *
 * Whoever holds the public half can check a signature for ever, the key gone or not. Costs 1 USD a month and 0.15 USD
 * per 10,000 signatures. As long as it is kept, its policy names no action that deletes it: whoever wants that changes
 * the policy first, and the trail shows both.
 */
export class SigningKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;

  constructor(name: string, args: SigningKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:SigningKey", name, {}, opts);
    const { place, plan, retention } = args;
    const parent = { parent: this };

    const key = new Key(
      name,
      {
        description: "Signs what outlives tenants",
        customerMasterKeySpec: plan.keySpec,
        keyUsage: "SIGN_VERIFY",
        policy: policyDocument([administration(place, retention), use(place)]),
        deletionWindowInDays: plan.deletionWindowDays,
      },
      { ...parent, ...retainedAs(retention) },
    );
    new Alias(`${name}-alias`, { name: `alias/${plan.aliasName}`, targetKeyId: key.keyId }, parent);

    this.arn = key.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ arn: this.arn, keyId: this.keyId });
  }
}

function administration(place: AccountPlace, retention: Retention): PolicyStatement {
  const statement = administrationStatement(place);
  if (retention !== "kept") return statement;
  const actions = [statement.Action].flat().filter((action) => action !== "kms:ScheduleKeyDeletion");
  return { ...statement, Action: actions };
}

/** The account's principals may sign, as far as their own policies allow it, and anybody of it may verify. */
const use = ({ partition, accountId }: AccountPlace): PolicyStatement => ({
  Sid: "Signatures",
  Effect: "Allow",
  Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
  Action: ["kms:GetPublicKey", "kms:Sign", "kms:Verify"],
  Resource: "*",
});
