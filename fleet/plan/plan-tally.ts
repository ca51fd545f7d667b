import type { Examination } from "./examined-tenants.ts";
import type { PlanFailure } from "./fleet-plan.ts";

/** How far a plan has come: stacks that were looked at, of those that have to be. */
export interface PlanProgress {
  readonly done: number;
  readonly total: number;
}

/** What a plan has come to so far: its effort, its failures and its progress. */
export class PlanTally {
  readonly failures: PlanFailure[] = [];
  synthesised = 0;
  resources = 0;
  #done = 0;
  #total = 0;
  readonly #onProgress: ((progress: PlanProgress) => void) | undefined;

  constructor(onProgress?: (progress: PlanProgress) => void) {
    this.#onProgress = onProgress;
  }

  /** More stacks have to be looked at. */
  expect(stacks: number): void {
    this.#total += stacks;
  }

  /** What looking at stacks came to, counted; failures are kept here and left out. */
  async *examined(
    examinations: AsyncIterable<Examination>,
  ): AsyncGenerator<Extract<Examination, { readonly kind: "examined" }>> {
    for await (const one of examinations) {
      this.#done += 1;
      this.#onProgress?.({ done: this.#done, total: this.#total });
      if (one.kind === "failed") {
        this.failures.push(one.failure);
        continue;
      }
      this.synthesised += one.sides;
      this.resources += one.resources;
      yield one;
    }
  }
}
