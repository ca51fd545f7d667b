import * as pulumi from "@pulumi/pulumi";
import { CellModels } from "../ai/cell-models.ts";
import { modelStatements, taggedModelStatements } from "../ai/model-statements.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import type { CellPlace, CellResult } from "./place.ts";

type ModelOutputs = "modelProfileArns" | "guardrailArns" | "guardrailVersions";

/** How tenants of the cell reach AI models: what their stacks read, and what a pool tier's sessions may call. */
export interface DeclaredModels {
  readonly result: Pick<CellResult, ModelOutputs>;
  readonly statementsOf: (tier: string) => readonly PolicyStatement[];
}

export function declareCellModels(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Output<string>,
): DeclaredModels {
  const models = new CellModels(`${name}-models`, { cell: plan.cell, plan: plan.ai, retention, kmsKeyArn }, opts);
  const guardrails = [...models.guardrails];
  return {
    result: {
      modelProfileArns: pulumi.output(models.profileArns),
      guardrailArns: pulumi.output(Object.fromEntries(guardrails.map(([digest, { arn }]) => [digest, arn]))),
      guardrailVersions: pulumi.output(
        Object.fromEntries(guardrails.map(([digest, { version }]) => [digest, version])),
      ),
    },
    statementsOf: (tier) => statementsOf(tier, plan, models),
  };
}

function statementsOf(tier: string, { ai, cell }: CellPlace["plan"], models: CellModels): readonly PolicyStatement[] {
  const pool = ai.pools[tier];
  if (pool === undefined) return [];
  const guardrail = pool.policyDigest === undefined ? undefined : models.guardrails.get(pool.policyDigest);
  if (pool.profiles === "own") {
    const guardrailArns = [...models.guardrails.values()].map(({ arn }) => arn);
    return taggedModelStatements(cell, { modelArns: pool.modelArns, guardrailArns });
  }
  return modelStatements({
    profileArns: pool.aliases.flatMap((alias) => models.profileArns[alias] ?? []),
    modelArns: pool.modelArns,
    ...(guardrail === undefined
      ? {}
      : { guardrail: { arn: guardrail.arn, versionArn: pulumi.interpolate`${guardrail.arn}:${guardrail.version}` } }),
  });
}
