import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { AiPlan } from "../../model/plan/ai-plan.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { ContentGuardrail } from "./content-guardrail.ts";
import { ModelProfiles } from "./model-profiles.ts";
import { modelStatements, ownModelStatement } from "./model-statements.ts";

export interface TenantModelsArgs {
  readonly cell: CellReference;
  readonly plan: AiPlan;
  readonly namespace: string;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** What the cell shares: its profiles and guardrails. */
  readonly shared: Pick<CellOutputs, "modelProfileArns" | "guardrailArns" | "guardrailVersions">;
  /** Name of the tenant's own role; absent where its sessions take on the cell's. */
  readonly roleName?: pulumi.Input<string>;
}

interface GuardrailUse {
  readonly arn: pulumi.Input<string>;
  readonly version: pulumi.Input<string>;
}

/**
 * The AI models that one tenant may call, each through a profile that puts the calls on its bill, and the guardrail
 * that looks at them. Costs nothing but the calls.
 */
export class TenantModels extends pulumi.ComponentResource {
  /** Alias → ARN that a call names as its model. */
  readonly profileArns: Readonly<Record<string, pulumi.Input<string>>>;
  /** Absent where every filter is switched off. */
  readonly guardrail?: GuardrailUse;

  constructor(name: string, args: TenantModelsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantModels", name, {}, opts);
    const parent = { parent: this };

    this.profileArns = profilesOf(name, args, parent);
    const guardrail = guardrailOf(name, args, parent);
    if (guardrail !== undefined) this.guardrail = guardrail;
    letCall(name, args, this, parent);

    this.registerOutputs({ profileArns: this.profileArns });
  }
}

function profilesOf(name: string, { plan, shared }: TenantModelsArgs, opts: pulumi.ComponentResourceOptions) {
  if (plan.profiles.kind === "own") return new ModelProfiles(`${name}-profiles`, plan.profiles.profiles, opts).arns;
  return Object.fromEntries(
    plan.profiles.aliases.flatMap((alias) => {
      const arn = shared.modelProfileArns[alias];
      return arn === undefined ? [] : [[alias, arn] as const];
    }),
  );
}

function guardrailOf(
  name: string,
  { plan: { guardrail }, shared, kmsKeyArn }: TenantModelsArgs,
  opts: pulumi.ComponentResourceOptions,
): GuardrailUse | undefined {
  if (guardrail.kind === "none") return undefined;
  if (guardrail.kind === "own") {
    return new ContentGuardrail(`${name}-guardrail`, { plan: guardrail.guardrail, kmsKeyArn }, opts);
  }
  const arn = shared.guardrailArns[guardrail.policyDigest];
  const version = shared.guardrailVersions[guardrail.policyDigest];
  if (arn !== undefined && version !== undefined) return { arn, version };
  throw new Error(
    `the cell has no guardrail for content policy ${guardrail.policyDigest}, only for ` +
      `${Object.keys(shared.guardrailArns).join(", ") || "none"}; bring the cell's stack up to date first`,
  );
}

/** On the tenant's own role; the roles of a pool are told in the cell (`declare-models.ts`). */
function letCall(
  name: string,
  { cell, plan, namespace, roleName }: TenantModelsArgs,
  { profileArns, guardrail }: TenantModels,
  opts: pulumi.CustomResourceOptions,
): void {
  if (roleName === undefined || plan.profiles.kind === "cell") return;
  const statements = [
    ...modelStatements({
      profileArns: Object.values(profileArns),
      modelArns: plan.profiles.profiles.flatMap(({ modelArns }) => modelArns),
      ...(guardrail === undefined
        ? {}
        : { guardrail: { arn: guardrail.arn, versionArn: pulumi.interpolate`${guardrail.arn}:${guardrail.version}` } }),
    }),
    ...(plan.ownModels ? [ownModelStatement(cell, namespace)] : []),
  ];
  if (statements.length === 0) return;
  new RolePolicy(`${name}-access`, { name: "model-access", role: roleName, policy: policyDocument(statements) }, opts);
}
