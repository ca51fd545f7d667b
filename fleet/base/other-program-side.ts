import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Synthesis } from "../synth/fleet.ts";
import { SecretValue } from "../synth/secret-value.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import type { FleetSide, PlanOutcome } from "./fleet-side.ts";
import type { SideDescription } from "./own-program-side.ts";
import { unpackSecrets } from "./packed-secrets.ts";
import type { SentOutcome } from "./program-messages.ts";
import type { ProgramProcess } from "./program-process.ts";
import { receivedError } from "./sent-error.ts";

const withSecrets = (value: unknown): unknown => unpackSecrets(value, (secret) => new SecretValue(secret));

/** A side that a program of its own plans and synthesises, in a process of its own. */
export class OtherProgramSide implements FleetSide {
  readonly name: FleetSide["name"];
  readonly commit: string;
  readonly root: string;
  readonly #description: SideDescription;
  readonly #known: ReadonlySet<string>;
  readonly #program: ProgramProcess;

  constructor(description: SideDescription, program: ProgramProcess) {
    this.name = description.name;
    this.commit = description.commit;
    this.root = description.source.root;
    this.#description = description;
    this.#known = new Set(description.tenantIds);
    this.#program = program;
  }

  tenantIds(): readonly string[] {
    return this.#description.tenantIds;
  }

  cellIds(): readonly string[] {
    return this.#description.cellIds;
  }

  async tenantTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return await this.#description.source.texts(this.#only(ids));
  }

  async plans(ids: readonly string[]): Promise<ReadonlyMap<string, PlanOutcome>> {
    const known = this.#only(ids);
    if (known.length === 0) return new Map();
    await this.#description.source.write(known);
    const outcomes = await this.#program.plans(known);
    return new Map(outcomes.map((outcome) => [outcome.id, planOutcome(outcome)]));
  }

  async *synthesise(stacks: readonly string[]): AsyncIterable<Synthesis> {
    if (stacks.length === 0) return;
    await this.#description.source.write(this.#only(stacks));
    for await (const outcome of this.#program.synthesise(stacks)) yield synthesisOf(outcome);
  }

  #only(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => this.#known.has(id));
  }
}

function planOutcome(outcome: SentOutcome): PlanOutcome {
  return outcome.kind === "done"
    ? { kind: "planned", plan: withSecrets(outcome.value) as TenantPlan }
    : { kind: "failed", error: receivedError(outcome.error) };
}

function synthesisOf(outcome: SentOutcome): Synthesis {
  return outcome.kind === "done"
    ? { kind: "synthesised", stack: withSecrets(outcome.value) as SynthesisedStack }
    : { kind: "failed", id: outcome.id, error: receivedError(outcome.error) };
}
