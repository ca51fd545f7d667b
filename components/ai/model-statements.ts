import type * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { ownNamespace } from "../identity/own-namespace.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";

const invoke = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

/** What a workload may call: through which profiles, which models behind them, and what has to look at each call. */
export interface ModelReach {
  readonly profileArns: readonly pulumi.Input<string>[];
  /** Foundation models behind the profiles, in every Region that may answer. */
  readonly modelArns: readonly string[];
  /** Versions as `<arn>:<version>`; absent: the tier has every filter switched off. */
  readonly guardrail?: { readonly arn: pulumi.Input<string>; readonly versionArn: pulumi.Input<string> };
}

/**
 * Exactly these models, only through these profiles, and only under the guardrail's version: a call straight to a
 * model, or without the guardrail, is refused.
 *
 * Source: Bedrock user guide, "Prerequisites for inference profiles" and "Set up permissions to use guardrails".
 */
export function modelStatements({ profileArns, modelArns, guardrail }: ModelReach): readonly PolicyStatement[] {
  if (profileArns.length === 0) return [];
  const looked =
    guardrail === undefined ? {} : { StringEquals: { "bedrock:GuardrailIdentifier": guardrail.versionArn } };
  return [
    { Sid: "ModelProfiles", Effect: "Allow", Action: invoke, Resource: [...profileArns], ...conditionOf(looked) },
    {
      Sid: "ModelsThroughProfiles",
      Effect: "Allow",
      Action: invoke,
      Resource: [...modelArns],
      Condition: { ...looked, ArnEquals: { "bedrock:InferenceProfileArn": [...profileArns] } },
    },
    ...(guardrail === undefined
      ? []
      : [{ Sid: "Guardrail", Effect: "Allow" as const, Action: "bedrock:ApplyGuardrail", Resource: guardrail.arn }]),
  ];
}

/**
 * For a pool's role, whose sessions have profiles of their own: those that carry the session's namespace as a tag.
 *
 * A guardrail is the cell's, or one with the session's tag; some guardrail has to look at every call.
 */
export function taggedModelStatements(
  { partition, region, accountId }: CellReference,
  {
    modelArns,
    guardrailArns,
  }: { readonly modelArns: readonly string[]; readonly guardrailArns: readonly pulumi.Input<string>[] },
): readonly PolicyStatement[] {
  if (modelArns.length === 0) return [];
  const own = (kind: string) => `arn:${partition}:bedrock:${region}:${accountId}:${kind}/*`;
  const profiles = own("application-inference-profile");
  const ofNamespace = { "aws:ResourceTag/kubernetes-namespace": ownNamespace };
  const looked = { ArnLike: { "bedrock:GuardrailIdentifier": own("guardrail") } };
  return [
    {
      Sid: "OwnModelProfiles",
      Effect: "Allow",
      Action: invoke,
      Resource: profiles,
      Condition: { ...looked, StringEquals: ofNamespace },
    },
    {
      Sid: "ModelsThroughProfiles",
      Effect: "Allow",
      Action: invoke,
      Resource: [...modelArns],
      Condition: { ArnLike: { ...looked.ArnLike, "bedrock:InferenceProfileArn": profiles } },
    },
    { Sid: "CellGuardrails", Effect: "Allow", Action: "bedrock:ApplyGuardrail", Resource: [...guardrailArns] },
    {
      Sid: "OwnGuardrails",
      Effect: "Allow",
      Action: "bedrock:ApplyGuardrail",
      Resource: own("guardrail"),
      Condition: { StringEquals: ofNamespace },
    },
  ];
}

/** Models that the tenant trained or adapted itself: those that carry its namespace as a tag. */
export function ownModelStatement({ partition, region, accountId }: CellReference, namespace: string): PolicyStatement {
  const own = (kind: string) => `arn:${partition}:bedrock:${region}:${accountId}:${kind}/*`;
  return {
    Sid: "OwnModels",
    Effect: "Allow",
    Action: invoke,
    Resource: ["custom-model-deployment", "imported-model", "provisioned-model"].map(own),
    Condition: { StringEquals: { "aws:ResourceTag/kubernetes-namespace": namespace } },
  };
}

const conditionOf = (condition: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>) =>
  Object.keys(condition).length === 0 ? {} : { Condition: condition };
