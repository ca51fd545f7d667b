/** One thing that synth says and the engine does not, or the other way round. */
export interface Difference {
  readonly urn: string;
  /** `inputs.tags`, `options.protect` …; empty where the resource is on one side alone. */
  readonly where: string;
  readonly declared: unknown;
  readonly recorded: unknown;
}
