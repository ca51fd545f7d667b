import { grantedModels } from "../ai-model.ts";
import { byPlace, type Problem } from "../problems.ts";
import { TierSpec } from "../specs/tier-spec.ts";
import { traceOrigins } from "./chains.ts";
import { findCheckedProblems } from "./checked-problems.ts";
import { declaredConnections } from "./declared-connections.ts";
import { demandFrameworks } from "./demanded-frameworks.ts";
import { findEntitlementProblems } from "./entitlement-problems.ts";
import { findFloorProblems } from "./floor-problems.ts";
import { floorsOf, raiseToFloors } from "./floors.ts";
import { findResidencyProblems } from "./framework-residency.ts";
import { findIntegrationProblems } from "./integration-problems.ts";
import { findPathProblems } from "./known-paths.ts";
import { patchOf } from "./leaves.ts";
import { mergePatch } from "./merge-patch.ts";
import { readOverrides } from "./override.ts";
import { placesOf } from "./places.ts";
import { renderTemplate } from "./render-template.ts";
import type { ResolvedTenant } from "./resolved-tenant.ts";
import type { TenantSources } from "./sources.ts";

export type Resolution =
  | { readonly kind: "resolved"; readonly resolved: ResolvedTenant }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Applies every layer to a tenant: defaults, tier, overrides, floors of its frameworks; then checks what came out
 * against what the tier sells. Nothing that is passed in is changed.
 *
 * Every problem is found at once; a value that cannot be understood at all keeps later layers from judging it.
 */
export function resolveTenant(sources: TenantSources): Resolution {
  const { document, tier } = sources;
  const { overrides, problems: doubled } = readOverrides(document);
  const unknown = findPathProblems(overrides, tier.spec);
  const known = overrides.filter((override) => !unknown.some((problem) => isAbout(problem, override.written)));
  const demanded = demandFrameworks(sources);
  const integrations = findIntegrationProblems(sources);
  const merged = known.reduce(
    (configuration, override) => mergePatch(configuration, patchOf(override.path, override.value)),
    tier.declared.value,
  );
  const rendered = renderTemplate(sources, merged, known);
  const floors = floorsOf(demanded.frameworks);
  const raised = raiseToFloors(rendered.value, floors);
  const checked = TierSpec.safeParse(raised);
  const early = [...doubled, ...unknown, ...demanded.problems, ...integrations, ...rendered.problems];
  const invalid = checked.success ? [] : findCheckedProblems(checked.error, raised, known, sources);
  const sound = known.filter((override) => !invalid.some((problem) => isAbout(problem, override.written)));
  const problems = [
    ...early,
    ...invalid,
    ...findResidencyProblems(demanded.frameworks, sources),
    ...findFloorProblems(rendered.value, raised, floors, sound, sources),
    ...findEntitlementProblems(raised, floors, sound, sources),
  ];
  if (!checked.success || problems.length > 0) {
    return { kind: "refused", problems: problems.toSorted(byPlace) };
  }
  const tracing = { configuration: checked.data, overrides: known, floors, sources };
  return { kind: "resolved", resolved: tracedOnDemand(tracing) };
}

type Tracing = Parameters<typeof traceOrigins>[0] & { readonly configuration: TierSpec };

/** Where values came from costs a third of resolving, and a check of a thousand tenants asks for none of it. */
function tracedOnDemand(tracing: Tracing): ResolvedTenant {
  const { configuration, sources } = tracing;
  let traced: ReturnType<typeof traceOrigins> | undefined;
  let places: ResolvedTenant["places"] | undefined;
  let connections: ResolvedTenant["connections"] | undefined;
  const trace = () => {
    traced ??= traceOrigins(tracing);
    return traced;
  };
  return {
    spec: sources.spec,
    configuration,
    models: grantedModels(configuration.configuration.ai_configuration.model_access, sources.findModel),
    get connections() {
      connections ??= declaredConnections(sources);
      return connections;
    },
    get places() {
      places ??= placesOf(sources.document);
      return places;
    },
    get origins() {
      return trace().origins;
    },
    get chains() {
      return trace().chains;
    },
  };
}

const isAbout = (problem: Problem, written: string) => problem.path === `overrides.${written}`;
