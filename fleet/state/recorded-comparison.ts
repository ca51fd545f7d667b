import { controlPlaneStackName } from "../../model/stack-names.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { checkoutSource } from "../base/checkout.ts";
import type { Comparison, FleetSide, PlanOutcome } from "../base/fleet-side.ts";
import { OwnProgramSide } from "../base/own-program-side.ts";
import type { Synthesis } from "../synth/fleet.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { RecordedPairs } from "./recorded-pairs.ts";
import type { StateFolder } from "./state-folder.ts";

/** What stands where a comparison with git has a commit. */
const recordedState = "recorded state";

/** A comparison with what is on record. */
export interface RecordedComparison extends Comparison {
  /**
   * URNs, sorted, of the resources looked at so far that have a secret which could not be compared, since the record
   * holds it encrypted: of them it is not known whether they change.
   */
  readonly uncompared: () => readonly string[];
}

/**
 * The comparison of what is on record with the fleet's files in `root`, in the form of one with an earlier commit. Each
 * stack has a record of its own, so nothing is known to be alike before it was looked at, and git is not asked.
 *
 * A record does not say which files it was made from: the base has the head's resolved plans.
 */
export function recordedComparison(state: StateFolder, root: string): RecordedComparison {
  const shared = new SharedFiles(root);
  const files = new OwnProgramSide({
    name: "head",
    commit: "files",
    tenantIds: [...shared.tenantIds()].toSorted(),
    cellIds: shared.cellIds().toSorted(),
    source: checkoutSource(root),
  });
  const pairs = new RecordedPairs(state, root);
  return {
    base: new RecordedSide(state, files, pairs),
    head: new FilesSide(files, pairs),
    isSameProgram: false,
    areSharedFilesSame: false,
    touchedTenants: [],
    warnings: [],
    uncompared: () => [...pairs.uncompared].toSorted(),
    dispose: () => {},
  };
}

/** The files' side, its placeholders replaced by what is on record. */
class FilesSide implements FleetSide {
  readonly name = "head";
  readonly commit: string;
  readonly root: string;
  readonly #files: OwnProgramSide;
  readonly #pairs: RecordedPairs;

  constructor(files: OwnProgramSide, pairs: RecordedPairs) {
    this.commit = files.commit;
    this.root = files.root;
    this.#files = files;
    this.#pairs = pairs;
  }

  tenantIds = (): readonly string[] => this.#files.tenantIds();
  cellIds = (): readonly string[] => this.#files.cellIds();
  tenantTexts = (ids: readonly string[]) => this.#files.tenantTexts(ids);
  plans = (ids: readonly string[]): Promise<ReadonlyMap<string, PlanOutcome>> => this.#files.plans(ids);

  async *synthesise(stacks: readonly string[]): AsyncGenerator<Synthesis> {
    for (const stack of stacks) yield await outcome(stack, async () => (await this.#pairs.pair(stack)).head);
  }
}

/** The side that is on record. */
class RecordedSide implements FleetSide {
  readonly name = "base";
  readonly commit = recordedState;
  readonly root: string;
  readonly #state: StateFolder;
  readonly #files: OwnProgramSide;
  readonly #pairs: RecordedPairs;

  constructor(state: StateFolder, files: OwnProgramSide, pairs: RecordedPairs) {
    this.root = files.root;
    this.#state = state;
    this.#files = files;
    this.#pairs = pairs;
  }

  tenantIds = (): readonly string[] =>
    this.#state.stacks().filter((stack) => !stack.startsWith("cell-") && stack !== controlPlaneStackName);

  /** Cells without a record have one that is empty, so that all of them is to be made. */
  cellIds = (): readonly string[] => this.#files.cellIds();
  tenantTexts = (ids: readonly string[]) => this.#files.tenantTexts(ids);
  plans = (ids: readonly string[]): Promise<ReadonlyMap<string, PlanOutcome>> => this.#files.plans(ids);

  async *synthesise(stacks: readonly string[]): AsyncGenerator<Synthesis> {
    const declared = new Set(this.#files.tenantIds());
    for (const stack of stacks) {
      const isGone = this.tenantIds().includes(stack) && !declared.has(stack);
      yield await outcome(stack, async () => (isGone ? this.#pairs.gone(stack) : (await this.#pairs.pair(stack)).base));
    }
  }
}

const outcome = (id: string, find: () => Promise<SynthesisedStack>): Promise<Synthesis> =>
  find().then(
    (stack): Synthesis => ({ kind: "synthesised", stack }),
    (error: unknown): Synthesis => ({ kind: "failed", id, error }),
  );
