import type { CellPlan } from "../../model/plan/cell-plan.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { cellStackName } from "../../model/stack-names.ts";
import { cellStack } from "../../stacks/cell-stack.ts";
import { tenantStack } from "../../stacks/tenant-stack.ts";
import { synthStack } from "../synth/fleet.ts";
import { synthesise } from "../synth/synthesise.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { differingProperties, showProperty } from "./property-values.ts";
import { mergeUses, type ResourceUse, usesBetween } from "./resource-uses.ts";
import type { Setting } from "./setting.ts";
import { valuesToTry } from "./values-to-try.ts";
import { planOf, variantPlan } from "./variant.ts";
import { variantCellPlan } from "./variant-cell.ts";

/** What became of a tenant when one setting was given other values. */
export interface Trial {
  readonly setting: Setting;
  /** Values that were planned in its place. */
  readonly tried: readonly unknown[];
  /** Values that a schema, a check or the plan refused. */
  readonly refused: readonly unknown[];
  readonly uses: readonly ResourceUse[];
}

interface Change {
  readonly setting: Setting;
  readonly value: unknown;
}

/**
 * Finds out what depends on a value by trying: another value is planned and synthesised, and what differs from the
 * tenant as it is depends on it. So no list of uses is kept by hand, and none can fall behind the code.
 *
 * What the cell hands out stays as it is, so a use through the cell's own stack is not the tenant's; see `tryInCell`.
 */
export class Sensitivity {
  readonly #explained: ExplainedTenant;
  readonly #basePlan: unknown;
  readonly #trials = new Map<Setting, Promise<Trial>>();
  #base: Promise<SynthesisedStack> | undefined;
  #cell: Promise<SynthesisedStack> | undefined;

  /** @throws ProblemsError where the tenant cannot be planned as it is. */
  constructor(explained: ExplainedTenant) {
    this.#explained = explained;
    this.#basePlan = withoutOrigins(planOf(explained.tenant));
  }

  /** The tenant's stack as it is. */
  base(): Promise<SynthesisedStack> {
    this.#base ??= this.#tenantStack(planOf(this.#explained.tenant));
    return this.#base;
  }

  /** Tries other values of a setting; the answer is kept. */
  try(setting: Setting): Promise<Trial> {
    const known = this.#trials.get(setting) ?? this.#tryOut(setting);
    this.#trials.set(setting, known);
    return known;
  }

  /** What in the cell's stack depends on what the tenant's tier says, whoever else is in the tier. */
  async tryInCell(setting: Setting): Promise<readonly ResourceUse[]> {
    const before = JSON.stringify(variantCellPlan(this.#explained));
    const uses: ResourceUse[] = [];
    for (const value of valuesToTry(this.#explained, setting)) {
      const plan = variantCellPlan(this.#explained, { setting, value });
      if (plan === undefined || JSON.stringify(plan) === before) continue;
      uses.push(...usesBetween(await this.#cellStack(), await synthesiseCell(plan)));
    }
    return mergeUses(uses);
  }

  async #tryOut(setting: Setting): Promise<Trial> {
    const base = await this.base();
    const seen = new Set<string>();
    const trial = { tried: [] as unknown[], refused: [] as unknown[], uses: [] as ResourceUse[] };
    for (const value of valuesToTry(this.#explained, setting)) {
      const variant = await this.#variantOf({ setting, value }, seen);
      trial[variant === undefined ? "refused" : "tried"].push(value);
      trial.uses.push(...(variant === undefined ? [] : usesBetween(base, variant)));
    }
    return { setting, ...trial, uses: mergeUses(trial.uses) };
  }

  /** What another value comes to, or the base where it shows nothing that earlier ones did not; undefined where refused. */
  async #variantOf(change: Change, seen: Set<string>): Promise<SynthesisedStack | undefined> {
    const plan = variantPlan(this.#explained, change.setting, change.value);
    if (plan === undefined) return undefined;
    const news = this.#changedPlaces(plan).filter((place) => !seen.has(place));
    if (news.length === 0) return await this.base();
    // The tenant as it is was synthesised, so what a program throws now is said of the other value: a refusal. It may
    // be the cell's, which has nothing ready for such a tenant as long as its tier or its own file says otherwise.
    const variant = await this.#tenantStack(plan).catch(() => this.#inVariantCell(plan, change));
    for (const place of variant === undefined ? [] : news) seen.add(place);
    return variant;
  }

  async #inVariantCell(plan: TenantPlan, change: Change): Promise<SynthesisedStack | undefined> {
    const cellPlan = variantCellPlan(this.#explained, change);
    if (cellPlan === undefined) return undefined;
    return await this.#tenantStack(plan, synthesiseCell(cellPlan)).catch(() => undefined);
  }

  /** Places of the plan that another value changes: one that changes no further place shows nothing new. */
  #changedPlaces(plan: TenantPlan): readonly string[] {
    return differingProperties(this.#basePlan, withoutOrigins(plan)).map(showProperty);
  }

  async #tenantStack(plan: TenantPlan, cell = this.#cellStack()): Promise<SynthesisedStack> {
    const { outputs } = await cell;
    return await synthesise(async () => ({ ...(await tenantStack(plan)) }), {
      stack: plan.tenant.id,
      references: () => Promise.resolve(outputs),
    });
  }

  #cellStack(): Promise<SynthesisedStack> {
    const { tenant, root } = this.#explained;
    this.#cell ??= synthStack(cellStackName(tenant.spec.placement.cell), root);
    return this.#cell;
  }
}

const synthesiseCell = (plan: CellPlan): Promise<SynthesisedStack> =>
  synthesise(() => ({ ...cellStack(plan) }), { stack: cellStackName(plan.cell.id) });

/** Where values come from is no part of what is made of them. */
const withoutOrigins = ({ origins: _, ...plan }: TenantPlan): unknown => plan;
