import { type AiModel, type BedrockModel, grantedModels, modelKinds } from "../ai-model.ts";
import { isPooled } from "../isolation.ts";
import type { cellNames, tenantNames } from "../naming.ts";
import type { Origin } from "../provenance.ts";
import { isResident } from "../residency.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { AiPlan, CellAiPlan, InferenceProfilePlan, OutsideModelPlan, PoolModelsPlan } from "./ai-plan.ts";
import type { CellReference } from "./cell-plan.ts";
import { logRetentionDays } from "./log-retention.ts";
import { planGuardrailPolicy } from "./plan-guardrail.ts";

/** Where a model answers: in the cell's own Region, or in the Regions of one of Bedrock's profiles. */
type Route =
  | { readonly kind: "region"; readonly regions: readonly string[] }
  | { readonly kind: "profile"; readonly profileId: string; readonly regions: readonly string[] };

/**
 * How the model can be called from the cell without a request leaving its residency; undefined where it cannot.
 *
 * The cell's own Region is taken before one of Bedrock's profiles, which may send a request to any of their Regions.
 */
export function routeOf(
  model: BedrockModel,
  { region, residency }: Pick<CellReference, "region" | "residency">,
): Route | undefined {
  if (model.regions.includes(region)) return { kind: "region", regions: [region] };
  const profile = model.crossRegion.find(
    ({ regions }) => regions.includes(region) && regions.every((each) => isResident(each, residency)),
  );
  return profile && { kind: "profile", ...profile };
}

function planProfile(model: BedrockModel, cell: CellReference, profileName: string): readonly InferenceProfilePlan[] {
  const route = routeOf(model, cell);
  if (route === undefined) return [];
  const { partition, region, accountId } = cell;
  const modelArn = (where: string) => `arn:${partition}:bedrock:${where}::foundation-model/${model.modelId}`;
  const sourceArn =
    route.kind === "region"
      ? modelArn(region)
      : `arn:${partition}:bedrock:${region}:${accountId}:inference-profile/${route.profileId}`;
  return [{ alias: model.alias, profileName, sourceArn, modelArns: route.regions.map(modelArn) }];
}

const isBedrock = (model: AiModel): model is BedrockModel => model.provider === "bedrock";
const models = ({ models: granted }: ResolvedTenant) =>
  granted.flatMap(({ model }) => (model === undefined ? [] : [model]));

/**
 * Which models a tenant may call and through what.
 *
 * Models that the cell cannot reach inside the residency have been refused before (`findAiProblems`).
 */
export function planAi(resolved: ResolvedTenant, cell: CellReference, names: ReturnType<typeof tenantNames>): AiPlan {
  const { configuration: tier, spec } = resolved;
  const { model_access } = tier.configuration.ai_configuration;
  const ofBedrock = models(resolved).filter(isBedrock);
  const isShared = spec.placement.isolation === "shared";
  return {
    profiles: isShared
      ? { kind: "cell", aliases: ofBedrock.map(({ alias }) => alias) }
      : { kind: "own", profiles: ofBedrock.flatMap((model) => planProfile(model, cell, names.model(model.alias))) },
    guardrail: planGuardrail(resolved, names.guardrail),
    outsideModels: models(resolved).flatMap((model) => outsideModel(model, names)),
    ownModels: modelKinds.some((kind) => model_access[kind] === true),
  };
}

const outsideModel = (model: AiModel, names: ReturnType<typeof tenantNames>): readonly OutsideModelPlan[] =>
  model.provider === "outside"
    ? [
        {
          alias: model.alias,
          secretName: names.secret(model.secretName),
          vendor: model.vendor,
          endpoint: model.endpoint,
        },
      ]
    : [];

/** Pooled tenants with their tier's own policy share the cell's guardrail; a policy of one's own is one's own guardrail. */
function planGuardrail({ spec, configuration, origins }: ResolvedTenant, guardrailName: string): AiPlan["guardrail"] {
  const policy = planGuardrailPolicy(configuration);
  if (policy === undefined) return { kind: "none" };
  const { policyDigest } = policy;
  return isPooled(spec.placement.isolation) && !Object.entries(origins).some(isOwnSafety)
    ? { kind: "cell", policyDigest }
    : { kind: "own", guardrail: { guardrailName, ...policy } };
}

/** Whether a setting of the policy is the tenant's or a framework's, and not its tier's. */
const isOwnSafety = ([path, { layer }]: readonly [string, Origin]): boolean =>
  path.startsWith("configuration.ai_configuration.safety_settings.") && (layer === "override" || layer === "framework");

/** What the tenants of a cell share, out of every version of the tiers that it takes. */
export function planCellAi(
  tiers: readonly TierSpec[],
  cell: CellReference,
  names: ReturnType<typeof cellNames>,
  find: (alias: string) => AiModel | undefined,
): CellAiPlan {
  const pooled = tiers.filter(({ infrastructure }) => isPooled(infrastructure.isolation));
  const profilesOf = (tier: TierSpec) =>
    grantedModels(tier.configuration.ai_configuration.model_access, find).flatMap(({ model }) =>
      model && isBedrock(model) ? planProfile(model, cell, names.model(model.alias)) : [],
    );
  const shared = pooled.filter(({ infrastructure }) => infrastructure.isolation === "shared").flatMap(profilesOf);
  const policies = pooled.flatMap((tier) => planGuardrailPolicy(tier) ?? []);
  const longestLogs = Math.max(0, ...tiers.map(({ configuration }) => configuration.compliance.retention_days.logs));
  return {
    profiles: [...new Map(shared.map((profile) => [profile.alias, profile])).values()],
    pools: Object.fromEntries(pooled.map((tier) => [tier.tier, planPool(tier, profilesOf(tier))])),
    guardrails: [...new Map(policies.map((policy) => [policy.policyDigest, policy])).values()].map((policy) => ({
      guardrailName: names.guardrail(policy.policyDigest),
      ...policy,
    })),
    invocationLogGroupName: names.invocationLogs,
    invocationLogRetentionDays: logRetentionDays(Math.max(shortestInvocationLogDays, longestLogs)),
    invocationLogRoleName: names.invocationLogRole,
  };
}

/** Days that deployers keep logs of a high-risk AI system at the least. Source: Regulation (EU) 2024/1689, article 26 (6). */
const shortestInvocationLogDays = 180;

function planPool(tier: TierSpec, profiles: readonly InferenceProfilePlan[]): PoolModelsPlan {
  const policy = planGuardrailPolicy(tier);
  return {
    profiles: tier.infrastructure.isolation === "shared" ? "cell" : "own",
    aliases: profiles.map(({ alias }) => alias),
    modelArns: profiles.flatMap(({ modelArns }) => modelArns),
    ...(policy === undefined ? {} : { policyDigest: policy.policyDigest }),
  };
}
